package org.trialog.query.plot;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialog.events.protocol.OutcomeDefinition;
import org.trialog.query.outcome.course.Course;
import org.trialog.query.outcome.figure.Figure;
import org.trialog.query.outcome.figure.Group;
import org.trialog.query.outcome.figure.Numbers;
import org.trialog.query.plot.svg.Digits;
import org.trialog.query.statistics.Incidence;
import org.trialog.query.statistics.SurvivalRow;

/** The share still without an event over time. */
final class KaplanMeierPlot {

    private static final List<Double> SHARES = List.of(0.0, 0.25, 0.5, 0.75, 1.0);

    private KaplanMeierPlot() {}

    static String draw(Figure figure, List<Course> courses, Caption caption) {
        List<Curve> curves = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Group group : figure.result().groups()) {
            String label = caption.group(group.group());
            switch (group.numbers()) {
                case Numbers.EventFreeShare share -> {
                    curves.add(curve(group, label, share.survival(), courses, share(group, share, caption)));
                    died(label, share.deaths(), share.incidence(), notes);
                }
                case Numbers.FirstEvent first -> {
                    curves.add(curve(group, label, first.survival(), courses, median(group, first, caption)));
                    died(label, first.deaths(), first.incidence(), notes);
                }
                case Numbers.Forecast forecast -> {
                    Numbers.FirstEvent first = forecast.survival();
                    curves.add(curve(group, label, first.survival(), courses, median(group, first, caption)));
                }
                default -> throw new IllegalArgumentException("no survival in " + figure.kind());
            }
        }
        boolean interval = figure.kind() == OutcomeDefinition.Kind.EVENT_FREE_INTERVAL;
        return new CurvesPlot(
                        Plot.KAPLAN_MEIER,
                        caption,
                        "Share without " + caption.anEvent(),
                        interval ? "the start of the window" : "day 0",
                        curves,
                        SHARES,
                        share -> Digits.tick(100 * share) + " %",
                        true,
                        "Kaplan-Meier",
                        notes)
                .draw();
    }

    private static Curve curve(Group group, String label, List<SurvivalRow> rows, List<Course> courses, String end) {
        return Curve.of(
                group, label, 1, rows.stream().map(KaplanMeierPlot::step).toList(), courses, end);
    }

    private static Curve.Step step(SurvivalRow row) {
        return new Curve.Step(
                row.time(),
                row.atRisk(),
                row.events(),
                row.censored(),
                row.estimate(),
                row.interval().lower().asDouble(),
                row.interval().upper().asDouble());
    }

    private static String share(Group group, Numbers.EventFreeShare share, Caption caption) {
        return group.subjects() == 0
                ? "nobody at risk"
                : "n %d, %d with %s, %s, %d at risk at the end"
                        .formatted(
                                group.subjects(),
                                share.subjectsWithEvent(),
                                caption.anEvent(),
                                Interval95.percent(
                                        share.shares().kaplanMeier().estimate(),
                                        share.shares().kaplanMeier().interval()),
                                share.atRiskAtEnd());
    }

    private static String median(Group group, Numbers.FirstEvent first, Caption caption) {
        int ended = first.survival().stream().mapToInt(SurvivalRow::events).sum();
        return group.subjects() == 0
                ? "nobody at risk"
                : "n %d, %d with %s, median in days %s"
                        .formatted(
                                group.subjects(),
                                ended,
                                caption.anEvent(),
                                Interval95.number(
                                        first.median().time(),
                                        first.median().interval().lower(),
                                        first.median().interval().upper()));
    }

    private static void died(String label, int deaths, @Nullable Incidence incidence, List<String> notes) {
        if (incidence != null) {
            notes.add("%s: %d died before an event; incidence of the event with death competing (Aalen-Johansen) %s."
                    .formatted(label, deaths, Digits.percent(incidence.estimate())));
        }
    }
}
