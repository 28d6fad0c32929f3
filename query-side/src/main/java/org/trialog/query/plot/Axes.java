package org.trialog.query.plot;

import java.util.List;
import java.util.function.DoubleFunction;
import org.trialog.query.plot.svg.Ink;
import org.trialog.query.plot.svg.Scale;
import org.trialog.query.plot.svg.Svg;
import org.trialog.query.plot.svg.Svg.Align;
import org.trialog.query.plot.svg.TimeAxis;

/** The lines and numbers around a plot. */
final class Axes {

    private static final double TICK = 4;

    private final Svg svg;

    Axes(Svg svg) {
        this.svg = svg;
    }

    /** Values upwards at the left of {@code x}, each with a faint line over to {@code right}. */
    void upwards(Scale scale, List<Double> ticks, DoubleFunction<String> label, double x, double right) {
        svg.stroked(Ink.RULE, 1, () -> ticks.forEach(tick -> svg.line(x, scale.at(tick), right, scale.at(tick))));
        svg.lettered(
                Sheet.SMALL,
                false,
                () -> svg.filled(
                        Ink.MUTED,
                        () -> ticks.forEach(
                                tick -> svg.text(x - TICK - 3, scale.at(tick) + 4, Align.END, label.apply(tick)))));
    }

    /** Times along a line at {@code y}, their numbers below it. */
    void along(Scale scale, TimeAxis axis, double y) {
        svg.stroked(Ink.MUTED, 1, () -> {
            svg.line(scale.start(), y, scale.end(), y);
            axis.ticks().forEach(tick -> svg.line(scale.at(tick.day()), y, scale.at(tick.day()), y + TICK));
        });
        svg.lettered(
                Sheet.SMALL,
                false,
                () -> svg.filled(Ink.MUTED, () -> axis.ticks()
                        .forEach(tick -> svg.text(scale.at(tick.day()), y + TICK + 12, Align.MIDDLE, tick.label()))));
    }
}
