package org.trialog.command.subject;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Finding;
import org.trialog.command.judgement.Weight;
import org.trialog.command.order.Acceptance.RowVerdict;
import org.trialog.command.order.Acceptance.Verdict;
import org.trialog.command.order.Rejection;
import org.trialog.command.order.SubjectOrder;
import org.trialog.command.order.SubjectOrder.Strictness;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.subject.Retracted;
import org.trialog.events.value.RecordId;

/**
 * The one place that turns findings into what becomes of them: a refusal, a deviation, a flag. A person's order is refused
 * by the heaviest finding of its first faulty act; of an import, rows are flagged or rejected one by one.
 */
final class Judging {
    private final SubjectState before;
    private final SubjectState after;
    private final SubjectOrder order;
    private final Surroundings surroundings;
    private final RuleBook book;

    Judging(SubjectState before, SubjectState after, SubjectOrder order, Surroundings surroundings, RuleBook book) {
        this.before = before;
        this.after = after;
        this.order = order;
        this.surroundings = surroundings;
        this.book = book;
    }

    Decision decide(List<Draft> drafts) {
        Map<RecordId, List<Finding>> findings = findings(drafts);
        Optional<Rejection> refusal = refusal(drafts, findings);
        if (refusal.isPresent()) {
            return new Decision.Refused(refusal.get());
        }
        Writing writing = new Writing(before, after, order.strictness());
        List<RowVerdict> rows = new ArrayList<>();
        for (Draft draft : drafts) {
            switch (draft) {
                case Draft.Change change -> {
                    Optional<Finding> flag = writing.write(change, findings.remove(change.id()));
                    if (change.row() != null) {
                        rows.add(new RowVerdict(
                                change.row(),
                                Verdict.ACCEPTED,
                                flag.isPresent(),
                                flag.map(Finding::rule).orElse(0),
                                flag.map(Finding::code).orElse("")));
                    }
                }
                case Draft.Aside aside -> writing.write(aside);
                case Draft.Nothing nothing -> {
                    if (nothing.row() != null) {
                        rows.add(new RowVerdict(nothing.row(), Verdict.DUPLICATE, false, 0, ""));
                    }
                }
                case Draft.Impossible impossible -> {
                    if (impossible.row() != null) {
                        rows.add(new RowVerdict(
                                impossible.row(),
                                Verdict.REJECTED,
                                false,
                                impossible.why().rule(),
                                impossible.why().code()));
                    }
                }
            }
        }
        new Rejudging(before, after, book, surroundings, writing).rejudge(drafts);
        return new Decision.Accepted(writing.facts(), writing.touched(), rows);
    }

    /** What the rules say of each touched record that stands in the end. */
    private Map<RecordId, List<Finding>> findings(List<Draft> drafts) {
        Map<RecordId, List<Finding>> findings = new HashMap<>();
        for (Draft draft : drafts) {
            if (draft instanceof Draft.Change change && !findings.containsKey(change.id())) {
                after.record(change.id())
                        .filter(held -> !held.retracted())
                        .ifPresent(held -> findings.put(change.id(), judge(held)));
            }
        }
        return findings;
    }

    /** Heaviest first: a flag's row is told by the first. */
    private List<Finding> judge(Held<?> held) {
        boolean imported = order.strictness() == Strictness.IMPORT || held.row() != null;
        Matter matter = new Matter(held.id(), held.number(), held.details(), after, surroundings, imported);
        List<Finding> found = new ArrayList<>();
        for (Rule rule : book.rules(RecordKind.of(held.details()))) {
            found.addAll(rule.judge(matter));
        }
        found.sort(Comparator.comparing(Finding::weight));
        return found;
    }

    /** An import is refused only for an act that no row answers for: it would vanish without a word. */
    private Optional<Rejection> refusal(List<Draft> drafts, Map<RecordId, List<Finding>> findings) {
        boolean live = order.strictness() == Strictness.LIVE;
        for (Draft draft : drafts) {
            if (draft instanceof Draft.Impossible impossible && (live || impossible.row() == null)) {
                return Optional.of(impossible.why().rejection(impossible.act()));
            }
            if (live && draft instanceof Draft.Change change && !(change.fact() instanceof Retracted<?>)) {
                Optional<Finding> worst = findings.getOrDefault(change.id(), List.of()).stream()
                        .filter(finding -> refuses(finding, change))
                        .findFirst();
                if (worst.isPresent()) {
                    return Optional.of(worst.get().rejection(change.act()));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Authorising is strict: what has not happened yet is no deviation. A fault that was accepted before, as a deviation or
     * from an import, does not stand in the way of a correction.
     */
    private boolean refuses(Finding finding, Draft.Change change) {
        return finding.weight().refuses()
                && !(finding.weight() == Weight.BREACH
                        && change.asDeviation() != null
                        && change.kind() != RecordKind.DOSE_AUTHORISATION)
                && before.flags(change.id()).stream()
                        .noneMatch(flag -> flag.code().equals(finding.code()))
                && !(finding.ofSubject()
                        && known(finding, null)
                        && before.record(change.id()).isPresent());
    }

    private boolean known(Finding finding, @Nullable RecordId about) {
        return before.flags(about).stream().anyMatch(flag -> flag.code().equals(finding.code()));
    }
}
