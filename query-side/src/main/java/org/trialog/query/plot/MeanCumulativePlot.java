package org.trialog.query.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.trialog.query.outcome.course.Course;
import org.trialog.query.outcome.figure.Figure;
import org.trialog.query.outcome.figure.Group;
import org.trialog.query.outcome.figure.Numbers;
import org.trialog.query.plot.svg.Digits;
import org.trialog.query.plot.svg.Ticks;
import org.trialog.query.statistics.CumulativeRow;

/** How many events a subject has had on average by each time. */
final class MeanCumulativePlot {

    private MeanCumulativePlot() {}

    static String draw(Figure figure, List<Course> courses, Caption caption) {
        List<Curve> curves = new ArrayList<>();
        for (Group group : figure.result().groups()) {
            switch (group.numbers()) {
                case Numbers.Recurrent recurrent -> curves.add(curve(group, recurrent, courses, caption));
                default -> throw new IllegalArgumentException("no mean cumulative function in " + figure.kind());
            }
        }
        return new CurvesPlot(
                        Plot.MEAN_CUMULATIVE_FUNCTION,
                        caption,
                        "Mean number of " + caption.events(),
                        "day 0",
                        curves,
                        Ticks.linear(0, highest(curves), 5),
                        Digits::tick,
                        false,
                        figure.result().method(),
                        List.of())
                .draw();
    }

    private static Curve curve(Group group, Numbers.Recurrent recurrent, List<Course> courses, Caption caption) {
        String end = group.subjects() == 0
                ? "nobody at risk"
                : "n %d, %d %s, %s by day %d"
                        .formatted(
                                group.subjects(),
                                group.events(),
                                caption.events(),
                                Interval95.number(group.estimate(), group.lower(), group.upper()),
                                (long) recurrent.end().time());
        List<Curve.Step> steps =
                recurrent.cumulative().stream().map(MeanCumulativePlot::step).toList();
        return Curve.of(group, caption.group(group.group()), 0, steps, courses, end);
    }

    private static Curve.Step step(CumulativeRow row) {
        return new Curve.Step(
                row.time(),
                row.atRisk(),
                row.events(),
                0,
                row.estimate(),
                row.interval().lower().asDouble(),
                row.interval().upper().asDouble());
    }

    private static double highest(List<Curve> curves) {
        double highest = curves.stream()
                .flatMap(curve -> curve.steps().stream())
                .flatMapToDouble(
                        step -> DoubleStream.of(step.estimate(), step.upper().orElse(0)))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        return highest > 0 ? highest : 1;
    }
}
