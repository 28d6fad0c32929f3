package org.trialog.query.plot;

import java.util.List;
import org.trialog.query.outcome.figure.Figure;
import org.trialog.query.outcome.figure.Group;
import org.trialog.query.plot.svg.Digits;
import org.trialog.query.statistics.Interval;

/** The estimate of each group of one figure, one below the other: nothing is pooled. */
final class GroupForest {

    private GroupForest() {}

    static Forest of(Figure figure, Caption caption) {
        List<Forest.Line> lines = figure.result().groups().stream()
                .<Forest.Line>map(group -> new Forest.Single(
                        group.group(),
                        caption.group(group.group()),
                        numbers(group),
                        group.estimate(),
                        new Interval(group.lower(), group.upper(), figure.result().method()),
                        null))
                .toList();
        return new Forest(
                "Events per person-year", false, null, "", "", lines, List.of(figure.result().method() + "."));
    }

    private static String numbers(Group group) {
        return "n %d, %d in %s years"
                .formatted(group.subjects(), group.events(), Digits.fixed(group.personYears(), 1));
    }
}
