package org.trialog.query.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import org.trialog.query.plot.svg.Ink;
import org.trialog.query.plot.svg.Lettering;
import org.trialog.query.plot.svg.Scale;
import org.trialog.query.plot.svg.Svg;
import org.trialog.query.plot.svg.Svg.Align;
import org.trialog.query.plot.svg.TimeAxis;

/**
 * Curves in steps with their bands over a table of who is at risk.
 *
 * @param measure what goes upwards, in words
 * @param from what time counts from, in words
 * @param ticks of the values, upwards; the first and the last bound the plot
 * @param censored whether the ends of stretches are marked
 * @param method of the estimate, in words
 */
record CurvesPlot(
        Plot plot,
        Caption caption,
        String measure,
        String from,
        List<Curve> curves,
        List<Double> ticks,
        DoubleFunction<String> value,
        boolean censored,
        String method,
        List<String> notes) {

    private static final double LEFT = 150;
    private static final double RIGHT = Sheet.WIDTH - 28;
    private static final double HEIGHT = 300;

    String draw() {
        Sheet sheet = new Sheet(plot, caption, measure);
        Svg svg = sheet.svg();
        legend(sheet);
        double last = curves.stream().mapToDouble(Curve::last).max().orElse(0);
        double until = last > 0 ? last : 1;
        TimeAxis axis = TimeAxis.of(0, until);
        Scale x = Scale.linear(0, until, LEFT, RIGHT);
        Scale y = Scale.linear(ticks.getFirst(), ticks.getLast(), sheet.y() + HEIGHT + 16, sheet.y() + 16);
        sheet.down(HEIGHT + 16);
        Axes axes = new Axes(svg);
        axes.upwards(y, ticks, value, LEFT, RIGHT);
        axes.along(x, axis, sheet.y());
        List<Steps> drawn = new ArrayList<>();
        for (int i = 0; i < curves.size(); i++) {
            drawn.add(new Steps(svg, curves.get(i), new Series(i), x, y));
        }
        drawn.forEach(Steps::band);
        drawn.forEach(Steps::line);
        drawn.forEach(steps -> steps.marks(censored));
        if (last == 0 && curves.stream().allMatch(curve -> curve.steps().isEmpty())) {
            svg.filled(
                    Ink.MUTED,
                    () -> svg.text((LEFT + RIGHT) / 2, sheet.y() - HEIGHT / 2, Align.MIDDLE, "Nobody was at risk."));
        }
        sheet.down(32);
        svg.lettered(
                Sheet.SMALL,
                false,
                () -> svg.filled(
                        Ink.MUTED,
                        () -> svg.text((LEFT + RIGHT) / 2, sheet.y(), Align.MIDDLE, axis.unit() + " from " + from)));
        sheet.down(4);
        new RiskTable(sheet, curves, x, axis).draw(censored);
        sheet.down(8);
        sheet.note(method.substring(0, 1).toUpperCase(Locale.ROOT) + method.substring(1) + "."
                + (censored ? " Ticks mark who is censored." : "") + " Bands are 95 % intervals at each time.");
        notes.forEach(sheet::note);
        return sheet.done(seen(axis));
    }

    private void legend(Sheet sheet) {
        Svg svg = sheet.svg();
        for (int i = 0; i < curves.size(); i++) {
            Curve curve = curves.get(i);
            sheet.down(Sheet.LINE);
            new Series(i).sample(svg, Sheet.MARGIN, sheet.y() - 4);
            svg.filled(
                    Ink.INK,
                    () -> svg.text(
                            Sheet.MARGIN + 42,
                            sheet.y(),
                            Align.START,
                            Lettering.fitted(curve.label() + ": " + curve.end(), 12, RIGHT - Sheet.MARGIN - 42)));
        }
    }

    private List<String> seen(TimeAxis axis) {
        List<String> seen = new ArrayList<>();
        seen.add(measure + ", in " + axis.unit() + " from " + from + ".");
        curves.forEach(curve -> seen.add(curve.label() + ": " + curve.end() + "."));
        seen.add(method + ".");
        seen.addAll(notes);
        return seen;
    }
}
