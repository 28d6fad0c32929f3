package org.trialog.query.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trialog.query.plot.svg.Data;
import org.trialog.query.plot.svg.Digits;
import org.trialog.query.plot.svg.Ink;
import org.trialog.query.plot.svg.Lettering;
import org.trialog.query.plot.svg.Path;
import org.trialog.query.plot.svg.Scale;
import org.trialog.query.plot.svg.Svg;
import org.trialog.query.plot.svg.Svg.Align;
import org.trialog.query.plot.svg.Ticks;
import org.trialog.query.statistics.Estimate;
import org.trialog.query.statistics.Interval;

/** Estimates with their intervals, one below the other. The area of a square is its weight; a diamond is pooled. */
final class ForestPlot {

    private static final double LABELS = 170;
    private static final double NUMBERS = 150;
    private static final double LEFT = Sheet.MARGIN + LABELS + NUMBERS;
    private static final double RIGHT = Sheet.WIDTH - 176;
    private static final double ROW = 22;

    /** Side of the square of the greatest weight. */
    private static final double GREATEST = 13;

    private static final double PLAIN = 7;
    private static final double WEIGHTS = 52;
    private static final double ARROW = 6;

    /** How far beyond the estimates an interval may stretch the axis, in widths of what the estimates take. */
    private static final double REACH = 1.5;

    private final Forest forest;
    private final Sheet sheet;
    private final Svg svg;
    private final List<Double> ticks;
    private final Scale x;

    private ForestPlot(Forest forest, Caption caption) {
        this.forest = forest;
        this.sheet = new Sheet(Plot.FOREST, caption, forest.measure());
        this.svg = sheet.svg();
        this.ticks = ticks();
        this.x = new Scale(
                ticks.getFirst(), ticks.getLast(), LEFT, RIGHT - (weighed() ? WEIGHTS : 0), forest.logarithmic());
    }

    static String draw(Forest forest, Caption caption) {
        return new ForestPlot(forest, caption).draw();
    }

    private String draw() {
        sheet.down(22);
        columns();
        double top = sheet.y() + 4;
        double bottom = top + ROW * (forest.lines().size() + predictions()) + 4;
        svg.stroked(Ink.RULE, 1, () -> ticks.forEach(tick -> svg.line(x.at(tick), top, x.at(tick), bottom)));
        Double none = forest.noEffect();
        if (none != null && x.contains(none)) {
            svg.stroked(Ink.INK, 1.2, "4 3", () -> svg.line(x.at(none), top, x.at(none), bottom));
        }
        sheet.down(4);
        forest.lines().forEach(this::line);
        sheet.down(4);
        axis(bottom);
        sheet.down(20);
        sides(none);
        sheet.down(8);
        forest.notes().forEach(sheet::note);
        return sheet.done(seen());
    }

    private void columns() {
        svg.lettered(
                Sheet.SMALL,
                true,
                () -> svg.filled(Ink.INK, () -> {
                    svg.text(
                            Sheet.WIDTH - Sheet.MARGIN - (weighed() ? WEIGHTS : 0),
                            sheet.y(),
                            Align.END,
                            "estimate (95 % interval)");
                    if (weighed()) {
                        svg.text(Sheet.WIDTH - Sheet.MARGIN, sheet.y(), Align.END, "weight");
                    }
                }));
    }

    private void line(Forest.Line line) {
        double y = sheet.y() + ROW / 2;
        switch (line) {
            case Forest.Heading heading -> label(heading.label(), Sheet.MARGIN, y, true);
            case Forest.Single single -> single(single, y);
            case Forest.Pooled pooled -> {
                pooled(pooled, y);
                Interval prediction = pooled.prediction();
                if (prediction != null) {
                    sheet.down(ROW);
                    prediction(prediction, y + ROW);
                }
            }
        }
        sheet.down(ROW);
    }

    private void single(Forest.Single single, double y) {
        label(single.label(), Sheet.MARGIN + 8, y, false);
        numbers(single.numbers(), single.effect(), single.interval(), single.weight(), y, false);
        Data data = Data.of("mark", "estimate").and("key", single.key());
        svg.mark(data, words(single.label(), single.effect(), single.interval()), () -> {
            interval(single.interval(), y);
            if (single.effect() instanceof Estimate.Known(double value) && x.contains(value)) {
                Double weight = single.weight();
                double side =
                        weight == null ? PLAIN : StrictMath.max(2, GREATEST * StrictMath.sqrt(weight / heaviest()));
                svg.filled(Ink.SERIES_1, () -> svg.rectangle(x.at(value) - side / 2, y - side / 2, side, side));
            }
        });
    }

    private void pooled(Forest.Pooled pooled, double y) {
        label(pooled.label(), Sheet.MARGIN, y, true);
        numbers(pooled.numbers(), pooled.effect(), pooled.interval(), null, y, true);
        svg.mark(
                Data.of("mark", "pooled").and("key", pooled.label()),
                words(pooled.label(), pooled.effect(), pooled.interval()),
                () -> {
                    OptionalDouble lower = pooled.interval().lower().asDouble();
                    OptionalDouble upper = pooled.interval().upper().asDouble();
                    if (pooled.effect() instanceof Estimate.Known(double value)
                            && lower.isPresent()
                            && upper.isPresent()) {
                        svg.edged(
                                Ink.SERIES_1,
                                Ink.INK,
                                0.8,
                                () -> svg.path(new Path()
                                        .to(x.within(lower.getAsDouble()), y)
                                        .by(x.within(value), y - 7)
                                        .by(x.within(upper.getAsDouble()), y)
                                        .by(x.within(value), y + 7)
                                        .close()));
                    }
                });
    }

    /** Where the effect of a further study lies: below its diamond, on a line of its own. */
    private void prediction(Interval prediction, double y) {
        label("prediction interval", Sheet.MARGIN + 8, y, false);
        interval(prediction, y);
        svg.lettered(
                Sheet.SMALL,
                false,
                () -> svg.filled(
                        Ink.INK,
                        () -> svg.text(
                                Sheet.WIDTH - Sheet.MARGIN - (weighed() ? WEIGHTS : 0),
                                y + 4,
                                Align.END,
                                range(prediction))));
    }

    private static String range(Interval interval) {
        return Digits.significant(interval.lower()) + " to " + Digits.significant(interval.upper());
    }

    /** An end that lies beyond the axis has an arrow. */
    private void interval(Interval interval, double y) {
        OptionalDouble lower = interval.lower().asDouble();
        OptionalDouble upper = interval.upper().asDouble();
        if (lower.isEmpty() || upper.isEmpty()) {
            return;
        }
        double from = lower.getAsDouble() < x.from() ? x.start() : x.within(lower.getAsDouble());
        double to = x.within(upper.getAsDouble());
        svg.stroked(Ink.INK, 1.4, () -> svg.line(from, y, to, y));
        if (lower.getAsDouble() < x.from()) {
            svg.filled(Ink.INK, () -> svg.path(arrow(x.start(), y, -ARROW)));
        }
        if (upper.getAsDouble() > x.to()) {
            svg.filled(Ink.INK, () -> svg.path(arrow(x.end(), y, ARROW)));
        }
    }

    private static Path arrow(double tip, double y, double length) {
        return new Path().to(tip + length, y).by(tip, y - 4).by(tip, y + 4).close();
    }

    private void label(String label, double left, double y, boolean bold) {
        double room = LEFT - NUMBERS - left;
        svg.lettered(
                12,
                bold,
                () -> svg.filled(Ink.INK, () -> svg.text(left, y + 4, Align.START, Lettering.fitted(label, 12, room))));
    }

    private void numbers(
            String numbers, Estimate effect, Interval interval, @Nullable Double weight, double y, boolean bold) {
        svg.lettered(
                Sheet.SMALL,
                bold,
                () -> svg.filled(Ink.INK, () -> {
                    svg.text(LEFT - 10, y + 4, Align.END, Lettering.fitted(numbers, Sheet.SMALL, NUMBERS - 10));
                    double right = Sheet.WIDTH - Sheet.MARGIN;
                    String estimate = effect instanceof Estimate.Known
                            ? Interval95.number(effect, interval.lower(), interval.upper())
                            : "not estimable";
                    svg.text(right - (weighed() ? WEIGHTS : 0), y + 4, Align.END, estimate);
                    if (weight != null) {
                        svg.text(right, y + 4, Align.END, Digits.fixed(weight, 1) + " %");
                    }
                }));
    }

    private void axis(double y) {
        svg.stroked(Ink.MUTED, 1, () -> {
            svg.line(x.start(), y, x.end(), y);
            ticks.forEach(tick -> svg.line(x.at(tick), y, x.at(tick), y + 4));
        });
        svg.lettered(
                Sheet.SMALL,
                false,
                () -> svg.filled(
                        Ink.MUTED,
                        () -> ticks.forEach(tick -> svg.text(x.at(tick), y + 16, Align.MIDDLE, Digits.tick(tick)))));
    }

    private void sides(@Nullable Double none) {
        if (none == null || (forest.below().isEmpty() && forest.above().isEmpty())) {
            return;
        }
        sheet.down(14);
        double middle = x.within(none);
        svg.lettered(
                Sheet.SMALL,
                false,
                () -> svg.filled(Ink.MUTED, () -> {
                    svg.text(middle - 8, sheet.y(), Align.END, "← " + forest.below());
                    svg.text(middle + 8, sheet.y(), Align.START, forest.above() + " →");
                }));
    }

    /** Around all estimates; intervals stretch the axis up to a point, so that a hopeless one does not flatten the rest. */
    private List<Double> ticks() {
        double[] effects = values(forest.lines().stream().flatMap(line -> effect(line)));
        double[] all = values(forest.lines().stream().flatMap(line -> Stream.concat(effect(line), limits(line))));
        Double none = forest.noEffect();
        if (all.length == 0) {
            double around = none == null ? 0 : none;
            return forest.logarithmic() ? List.of(0.5, 1.0, 2.0) : List.of(around - 1, around, around + 1);
        }
        double low = with(effects, none).min().orElse(all[0]);
        double high = with(effects, none).max().orElse(all[0]);
        if (forest.logarithmic()) {
            double reach = StrictMath.max(StrictMath.log(high / low), 1) * REACH;
            return Ticks.logarithmic(
                    StrictMath.max(with(all, none).min().orElseThrow(), low / StrictMath.exp(reach)),
                    StrictMath.min(with(all, none).max().orElseThrow(), high * StrictMath.exp(reach)));
        }
        double reach = StrictMath.max(high - low, StrictMath.abs(high)) * REACH;
        double from = StrictMath.max(with(all, none).min().orElseThrow(), low - reach);
        double to = StrictMath.min(with(all, none).max().orElseThrow(), high + reach);
        return Ticks.linear(from, to > from ? to : from + 1, 5);
    }

    private double[] values(Stream<Estimate> estimates) {
        return estimates
                .flatMapToDouble(estimate -> estimate.asDouble().stream())
                .filter(value -> Double.isFinite(value) && (!forest.logarithmic() || value > 0))
                .toArray();
    }

    private static DoubleStream with(double[] values, @Nullable Double one) {
        return one == null
                ? DoubleStream.of(values)
                : DoubleStream.concat(DoubleStream.of(values), DoubleStream.of(one));
    }

    private static Stream<Estimate> effect(Forest.Line line) {
        return switch (line) {
            case Forest.Heading _ -> Stream.empty();
            case Forest.Single single -> Stream.of(single.effect());
            case Forest.Pooled pooled -> Stream.of(pooled.effect());
        };
    }

    private static Stream<Estimate> limits(Forest.Line line) {
        return switch (line) {
            case Forest.Heading _ -> Stream.empty();
            case Forest.Single single ->
                Stream.of(single.interval().lower(), single.interval().upper());
            case Forest.Pooled pooled -> {
                Interval widest = pooled.prediction() == null ? pooled.interval() : pooled.prediction();
                yield Stream.of(widest.lower(), widest.upper());
            }
        };
    }

    private long predictions() {
        return forest.lines().stream()
                .filter(line -> line instanceof Forest.Pooled pooled && pooled.prediction() != null)
                .count();
    }

    private boolean weighed() {
        return heaviest() > 0;
    }

    /** The greatest weight; 0 where nothing is weighed. */
    private double heaviest() {
        double heaviest = 0;
        for (Forest.Line line : forest.lines()) {
            if (line instanceof Forest.Single single && single.weight() != null) {
                heaviest = StrictMath.max(heaviest, single.weight());
            }
        }
        return heaviest;
    }

    private static String words(String label, Estimate effect, Interval interval) {
        return label + ": " + Interval95.number(effect, interval.lower(), interval.upper());
    }

    private List<String> seen() {
        List<String> seen = new ArrayList<>();
        seen.add(forest.measure() + ".");
        for (Forest.Line line : forest.lines()) {
            seen.add(
                    switch (line) {
                        case Forest.Heading heading -> heading.label() + ".";
                        case Forest.Single single ->
                            words(single.label(), single.effect(), single.interval()) + ", " + single.numbers() + ".";
                        case Forest.Pooled pooled ->
                            "Pooled, " + words(pooled.label(), pooled.effect(), pooled.interval())
                                    + (pooled.prediction() == null ? "" : ", prediction " + range(pooled.prediction()))
                                    + ".";
                    });
        }
        seen.addAll(forest.notes());
        return seen;
    }
}
