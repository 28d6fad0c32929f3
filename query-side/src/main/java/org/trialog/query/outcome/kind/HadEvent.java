package org.trialog.query.outcome.kind;

import java.time.Period;
import java.util.List;
import org.trialog.query.outcome.figure.Behind;
import org.trialog.query.outcome.person.Exposure;

/** Whether an event happened within the window; it is known not to have only of who was observed to the window's end. */
record HadEvent(Question question) implements Judge {

    @Override
    public Verdict of(Member member) {
        Exposure exposure = member.exposures().getFirst();
        Period to = question.definition().to();
        int tolerance = to == null ? 0 : question.toleranceDays(to);
        if (!exposure.events().isEmpty()) {
            return Verdict.yes(behind(member).counted());
        }
        return exposure.full(tolerance, member.person().birth())
                ? Verdict.no("no event", List.of())
                : Verdict.undetermined("no event, and not observed to the end of the window", List.of());
    }

    @Override
    public Behind.Subject behind(Member member) {
        return Trail.of(member);
    }

    @Override
    public String rule() {
        return "with an event in the window, of those with one or fully observed";
    }
}
