package org.trialog.command.subject;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Finding;
import org.trialog.command.judgement.Weight;
import org.trialog.command.order.Acceptance.Touched;
import org.trialog.command.order.SubjectOrder.Strictness;
import org.trialog.command.subject.Decision.Decided;
import org.trialog.events.clinical.Deviation;
import org.trialog.events.clinical.DeviationImportance;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.subject.FlagResolved;
import org.trialog.events.subject.RecordFlagged;
import org.trialog.events.subject.Recorded;
import org.trialog.events.subject.Retracted;
import org.trialog.events.value.RecordId;

/** Writes the facts of a decision in the order in which they are to stand: each record, its deviations, its flags. */
final class Writing {
    private final SubjectState before;
    private final SubjectState after;
    private final Strictness strictness;
    private final List<Decided> facts = new ArrayList<>();
    private final List<Touched> touched = new ArrayList<>();
    private final Set<RecordId> touchedIds = new HashSet<>();
    private final Set<String> raisedOfSubject = new HashSet<>();
    private int nextFlag;
    private int nextDeviation;

    Writing(SubjectState before, SubjectState after, Strictness strictness) {
        this.before = before;
        this.after = after;
        this.strictness = strictness;
        this.nextFlag = before.nextFlag();
        this.nextDeviation = after.next(RecordKind.DEVIATION);
    }

    List<Decided> facts() {
        return facts;
    }

    List<Touched> touched() {
        return touched;
    }

    boolean touches(RecordId id) {
        return touchedIds.contains(id);
    }

    /**
     * @param findings about the record as it stands in the end; null when that has been written, or the record is gone
     * @return the first flag raised
     */
    Optional<Finding> write(Draft.Change change, @Nullable List<Finding> findings) {
        String row = change.row() == null ? null : change.row().text();
        facts.add(new Decided(change.fact(), row, change.reason()));
        if (touchedIds.add(change.id())) {
            touched.add(new Touched(change.kind().token(), change.id()));
        }
        if (change.fact() instanceof Retracted<?>) {
            before.flags(change.id()).forEach(flag -> resolve(flag, "retracted"));
            return Optional.empty();
        }
        if (findings == null) {
            return Optional.empty();
        }
        if (change.asDeviation() != null && strictness == Strictness.LIVE) {
            findings.stream()
                    .filter(finding -> finding.weight() == Weight.BREACH)
                    .forEach(finding -> deviate(change, finding));
        }
        return flag(change.id(), findings, row, "corrected");
    }

    /**
     * Brings the flags about a record in line with what is found now: one that still holds stays, one that does not is
     * resolved, a new one is raised.
     */
    Optional<Finding> flag(RecordId about, List<Finding> findings, @Nullable String row, String because) {
        List<StandingFlag> standing = before.flags(about);
        for (StandingFlag flag : standing) {
            if (findings.stream().noneMatch(finding -> !finding.ofSubject() && says(flag, finding))) {
                resolve(flag, because);
            }
        }
        Optional<Finding> first = Optional.empty();
        for (Finding finding : findings) {
            boolean raised = finding.ofSubject()
                    ? raiseOfSubject(finding, row)
                    : standing.stream().noneMatch(flag -> says(flag, finding)) && raise(about, finding, row);
            if (raised && first.isEmpty()) {
                first = Optional.of(finding);
            }
        }
        return first;
    }

    void write(Draft.Aside aside) {
        facts.add(new Decided(aside.fact(), null, aside.reason()));
        touched.add(aside.touched());
    }

    boolean raiseOfSubject(Finding finding, @Nullable String row) {
        boolean news = before.flags(null).stream().noneMatch(flag -> flag.code().equals(finding.code()))
                && raisedOfSubject.add(finding.code());
        return news && raise(null, finding, row);
    }

    boolean raise(@Nullable RecordId about, Finding finding, @Nullable String row) {
        RecordFlagged raised =
                new RecordFlagged(RecordIds.flag(nextFlag++), about, finding.rule(), finding.code(), finding.values());
        facts.add(new Decided(raised, row, null));
        return true;
    }

    void resolve(StandingFlag flag, String because) {
        facts.add(new Decided(new FlagResolved(flag.id(), because), null, null));
    }

    static boolean says(StandingFlag flag, Finding finding) {
        return flag.code().equals(finding.code()) && flag.values().equals(finding.values());
    }

    private void deviate(Draft.Change change, Finding finding) {
        RecordId id = RecordIds.of(RecordKind.DEVIATION, nextDeviation++);
        Deviation deviation = new Deviation(
                after.record(change.id()).orElseThrow().details().date(),
                DeviationImportance.IMPORTANT,
                finding.rule() == 0 ? null : finding.rule(),
                change.id(),
                change.asDeviation());
        facts.add(new Decided(new Recorded<>(id, deviation), null, null));
        touched.add(new Touched(RecordKind.DEVIATION.token(), id));
    }
}
