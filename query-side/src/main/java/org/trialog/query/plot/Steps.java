package org.trialog.query.plot;

import java.util.List;
import org.trialog.query.plot.svg.Data;
import org.trialog.query.plot.svg.Ink;
import org.trialog.query.plot.svg.Path;
import org.trialog.query.plot.svg.Scale;
import org.trialog.query.plot.svg.Svg;

/** Draws one curve in steps: its band, its line, a mark where somebody is censored and one where something happened. */
record Steps(Svg svg, Curve curve, Series series, Scale x, Scale y) {

    private static final double HALF_TICK = 5;

    /** Where the interval does not exist there is no band. */
    void band() {
        Path path = new Path();
        List<Curve.Step> steps = curve.steps();
        boolean any = false;
        for (int i = 0; i + 1 < steps.size(); i++) {
            Curve.Step step = steps.get(i);
            if (step.lower().isPresent() && step.upper().isPresent()) {
                double left = x.at(step.time());
                double right = x.at(steps.get(i + 1).time());
                double bottom = y.within(step.lower().getAsDouble());
                double top = y.within(step.upper().getAsDouble());
                path.to(left, bottom)
                        .by(right, bottom)
                        .by(right, top)
                        .by(left, top)
                        .close();
                any = true;
            }
        }
        if (any) {
            svg.shaded(series.ink(), () -> svg.path(path));
        }
    }

    void line() {
        if (curve.steps().isEmpty()) {
            return;
        }
        double value = curve.start();
        Path path = new Path().to(x.within(0), y.at(value));
        for (Curve.Step step : curve.steps()) {
            path.by(x.at(step.time()), y.at(value));
            if (step.estimate() != value) {
                value = step.estimate();
                path.by(x.at(step.time()), y.at(value));
            }
        }
        svg.stroked(series.ink(), 2, series.dashes(), () -> svg.path(path));
    }

    /** A tick through the line for the censored; over a fall or rise a line that answers to a pointer. */
    void marks(boolean censored) {
        double before = curve.start();
        for (Curve.Step step : curve.steps()) {
            double at = x.at(step.time());
            double from = y.at(before);
            if (step.events() > 0) {
                mark(
                        "event",
                        step,
                        step.events(),
                        true,
                        () -> svg.stroked(series.ink(), 2, () -> svg.line(at, from, at, y.at(step.estimate()))));
            }
            if (censored && step.censored() > 0) {
                double level = y.at(step.estimate());
                mark(
                        "censored",
                        step,
                        step.censored(),
                        false,
                        () -> svg.stroked(Ink.INK, 1.2, () -> svg.line(at, level - HALF_TICK, at, level + HALF_TICK)));
            }
            before = step.estimate();
        }
    }

    private void mark(String kind, Curve.Step step, int count, boolean failed, Runnable drawing) {
        List<String> subjects = curve.endedAt(step.time(), failed);
        Data data = Data.of("mark", kind)
                .and("group", curve.group())
                .and("time", (long) step.time())
                .and("count", count)
                .andAll("subjects", subjects);
        String words = "%s, day %d: %d %s%s"
                .formatted(
                        curve.label(),
                        (long) step.time(),
                        count,
                        failed ? (count == 1 ? "event" : "events") : "censored",
                        subjects.isEmpty() ? "" : " (" + String.join(", ", subjects) + ")");
        svg.mark(data, words, drawing);
    }
}
