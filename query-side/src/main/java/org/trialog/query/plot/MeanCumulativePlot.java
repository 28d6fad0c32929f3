package org.trialog.query.plot;

import java.util.List;
import java.util.stream.DoubleStream;
import org.trialog.query.plot.svg.Digits;
import org.trialog.query.plot.svg.Ticks;

/** How many events a subject has had on average by each time. */
final class MeanCumulativePlot {

    private MeanCumulativePlot() {}

    /** @param method of the estimate, in words */
    static String draw(List<Curve> curves, String method, Caption caption) {
        double highest = curves.stream()
                .flatMap(curve -> curve.steps().stream())
                .flatMapToDouble(step -> DoubleStream.of(step.estimate(), step.upper().orElse(0)))
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        return new CurvesPlot(
                        Plot.MEAN_CUMULATIVE_FUNCTION,
                        caption,
                        "Events a subject has had on average",
                        "day 0",
                        curves,
                        Ticks.linear(0, highest > 0 ? highest : 1, 5),
                        Digits::tick,
                        false,
                        method,
                        List.of())
                .draw();
    }
}
