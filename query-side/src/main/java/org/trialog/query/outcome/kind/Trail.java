package org.trialog.query.outcome.kind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.trialog.query.outcome.figure.Behind;
import org.trialog.query.outcome.figure.Behind.Counted;
import org.trialog.query.outcome.figure.Behind.NotCounted;
import org.trialog.query.outcome.person.Exposure;
import org.trialog.query.outcome.person.Life;
import org.trialog.query.outcome.person.Occurrence;

/** Lists what stands behind the numbers of a group: nothing that the filter asks for is missing from it. */
final class Trail {

    private Trail() {}

    static Behind behind(Stratum stratum, Answer answer) {
        List<Behind.Subject> subjects = new ArrayList<>();
        stratum.members().forEach(member -> subjects.add(answer.behind(member)));
        for (Stratum.LeftOut out : stratum.leftOut()) {
            Life life = out.life();
            List<NotCounted> not = life == null ? List.of() : not(life, life.occurrences(), "subject left out");
            subjects.add(new Behind.Subject(out.person().subject(), out.reason(), out.anchors(), 0, List.of(), not));
        }
        subjects.sort(Comparator.comparing(Behind.Subject::subject));
        return new Behind(stratum.name(), subjects);
    }

    static Behind.Subject of(Member member) {
        List<Counted> counted = new ArrayList<>();
        List<Occurrence> rest = new ArrayList<>(member.life().occurrences());
        member.exposures().forEach(exposure -> take(exposure, "window", rest, counted));
        Member.Before before = member.before();
        if (before != null) {
            take(before.baseline(), "baseline", rest, counted);
            before.between().ifPresent(between -> take(between, "between", rest, counted));
        }
        return new Behind.Subject(
                member.person().subject(),
                null,
                member.exposures().stream()
                        .map(exposure -> exposure.window().anchor())
                        .distinct()
                        .toList(),
                member.days(),
                counted,
                not(member.life(), rest, "outside the window"));
    }

    private static void take(Exposure exposure, String window, List<Occurrence> rest, List<Counted> counted) {
        for (Occurrence event : exposure.events()) {
            counted.add(new Counted(event.records(), event.positions(), event.day(), window));
            rest.remove(event);
        }
    }

    private static List<NotCounted> not(Life life, List<Occurrence> rest, String reason) {
        List<NotCounted> not = new ArrayList<>(life.notCounted());
        for (Occurrence occurrence : rest) {
            not.add(new NotCounted(occurrence.records().getFirst(), occurrence.positions(), reason));
        }
        return not;
    }
}
