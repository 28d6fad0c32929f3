package org.trialog.query.plot;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.trialog.query.outcome.figure.Figure;
import org.trialog.query.outcome.figure.Group;
import org.trialog.query.outcome.figure.Numbers;
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
                        new Interval(
                                group.lower(), group.upper(), figure.result().method()),
                        null))
                .toList();
        return new Forest(
                measure(figure, caption),
                false,
                noEffect(figure),
                "",
                "",
                lines,
                List.of(capital(figure.result().method()) + "."));
    }

    private static String measure(Figure figure, Caption caption) {
        return switch (figure.kind()) {
            case EVENT_RATE -> caption.capitalEvents() + " per person-year";
            case PROPORTION -> "Share of subjects";
            case SCORE_CHANGE -> "Change of the score";
            case OBSERVED_EXPECTED -> "Months observed minus months predicted";
            case EVENT_FREE_INTERVAL, EVENT_FREE_TIME, TIME_TO_FIRST_EVENT, RECURRENT_EVENTS, ADVERSE_EVENTS, POOLED ->
                throw new IllegalArgumentException("no estimates side by side in " + figure.kind());
        };
    }

    private static @Nullable Double noEffect(Figure figure) {
        return switch (figure.kind()) {
            case SCORE_CHANGE, OBSERVED_EXPECTED -> 0.0;
            default -> null;
        };
    }

    private static String numbers(Group group) {
        return switch (group.numbers()) {
            case Numbers.Rates _ ->
                "n %d, %d in %s years"
                        .formatted(group.subjects(), group.events(), Digits.fixed(group.personYears(), 1));
            default -> "n " + group.subjects();
        };
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
