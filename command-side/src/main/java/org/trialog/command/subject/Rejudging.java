package org.trialog.command.subject;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.trialog.command.judgement.Finding;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.subject.Recorded;

/**
 * A new fact can make older ones contradictory, or explain them: a death before a visit that is recorded already, a consent
 * that was missing. The older records are judged again by the rules that heed the new one, and flagged or cleared; the new
 * fact itself is accepted.
 */
final class Rejudging {
    private final SubjectState before;
    private final SubjectState after;
    private final RuleBook book;
    private final Surroundings surroundings;
    private final Writing writing;

    Rejudging(SubjectState before, SubjectState after, RuleBook book, Surroundings surroundings, Writing writing) {
        this.before = before;
        this.after = after;
        this.book = book;
        this.surroundings = surroundings;
        this.writing = writing;
    }

    void rejudge(List<Draft> drafts) {
        if (before.version() == 0) {
            return;
        }
        Set<RecordKind> changed = EnumSet.noneOf(RecordKind.class);
        Set<RecordKind> amended = EnumSet.noneOf(RecordKind.class);
        for (Draft draft : drafts) {
            if (draft instanceof Draft.Change change) {
                changed.add(change.kind());
                if (!(change.fact() instanceof Recorded<?>)) {
                    amended.add(change.kind());
                }
            }
        }
        for (Rule rule : book.rules()) {
            boolean each = !Collections.disjoint(rule.heeds(), changed)
                    || !Collections.disjoint(rule.heedsAmending(), amended);
            if (each || !Collections.disjoint(rule.kinds(), amended)) {
                rejudge(rule, each);
            }
        }
    }

    /** @param each whether single records can be concerned, or only what holds of the subject as a whole */
    private void rejudge(Rule rule, boolean each) {
        List<Finding> ofSubject = new ArrayList<>();
        for (RecordKind kind : rule.kinds()) {
            for (Held<?> held : after.standing(kind)) {
                List<Finding> findings = rule.judge(
                        new Matter(held.id(), held.number(), held.details(), after, surroundings, held.row() != null));
                findings.stream().filter(Finding::ofSubject).forEach(ofSubject::add);
                if (each && !writing.touches(held.id())) {
                    bringInLine(rule, held, findings);
                }
            }
        }
        for (StandingFlag flag : before.flags(null)) {
            if (rule.raises(flag.code())
                    && ofSubject.stream().noneMatch(finding -> finding.code().equals(flag.code()))) {
                writing.resolve(flag, "explained");
            }
        }
        ofSubject.forEach(finding -> writing.raiseOfSubject(finding, null));
    }

    private void bringInLine(Rule rule, Held<?> held, List<Finding> findings) {
        List<StandingFlag> standing = before.flags(held.id()).stream()
                .filter(flag -> rule.raises(flag.code()))
                .toList();
        standing.stream()
                .filter(flag -> findings.stream().noneMatch(finding -> Writing.says(flag, finding)))
                .forEach(flag -> writing.resolve(flag, "explained"));
        findings.stream()
                .filter(finding -> !finding.ofSubject())
                .filter(finding -> standing.stream().noneMatch(flag -> Writing.says(flag, finding)))
                .forEach(finding -> writing.raise(held.id(), finding, null));
    }
}
