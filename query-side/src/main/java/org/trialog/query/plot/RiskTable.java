package org.trialog.query.plot;

import java.util.List;
import java.util.function.BiFunction;
import org.trialog.query.plot.svg.Data;
import org.trialog.query.plot.svg.Ink;
import org.trialog.query.plot.svg.Lettering;
import org.trialog.query.plot.svg.Scale;
import org.trialog.query.plot.svg.Svg;
import org.trialog.query.plot.svg.Svg.Align;
import org.trialog.query.plot.svg.TimeAxis;

/**
 * Who stands behind curves at round times: at risk on that day, and events and censored up to it. A number at risk below
 * {@link #FEW} has a star: the curve there rests on almost nobody.
 */
record RiskTable(Sheet sheet, List<Curve> curves, Scale x, TimeAxis axis) {

    static final int FEW = 3;

    private static final double NAMES = 118;

    /** @param censored whether being censored means anything here */
    void draw(boolean censored) {
        if (curves.stream().allMatch(curve -> curve.stretches().isEmpty())) {
            return;
        }
        block("At risk", "at-risk", (curve, day) -> curve.atRisk(day));
        if (censored) {
            block("Censored so far", "censored", Curve::censored);
        }
        block("Events so far", "events", Curve::events);
        if (curves.stream().anyMatch(this::rests)) {
            sheet.down(6);
            sheet.note("* Fewer than " + FEW + " at risk.");
        }
    }

    private boolean rests(Curve curve) {
        return axis.ticks().stream().anyMatch(tick -> few(curve, tick.day()));
    }

    private boolean few(Curve curve, double day) {
        int atRisk = curve.atRisk(day);
        return !curve.stretches().isEmpty() && atRisk < FEW && (atRisk > 0 || day == lastTick());
    }

    private double lastTick() {
        return axis.ticks().getLast().day();
    }

    private void block(String title, String column, BiFunction<Curve, Double, Integer> count) {
        Svg svg = sheet.svg();
        sheet.down(Sheet.LINE);
        svg.lettered(
                Sheet.SMALL,
                true,
                () -> svg.filled(Ink.INK, () -> svg.text(Sheet.MARGIN, sheet.y(), Align.START, title)));
        for (int i = 0; i < curves.size(); i++) {
            Curve curve = curves.get(i);
            if (curve.stretches().isEmpty()) {
                continue;
            }
            Series series = new Series(i);
            sheet.down(Sheet.LINE - 2);
            svg.lettered(Sheet.SMALL, false, () -> {
                svg.filled(
                        series.ink(),
                        () -> svg.text(
                                Sheet.MARGIN,
                                sheet.y(),
                                Align.START,
                                Lettering.fitted(curve.label(), Sheet.SMALL, NAMES)));
                svg.filled(Ink.INK, () -> axis.ticks().forEach(tick -> cell(curve, tick, column, count)));
            });
        }
    }

    private void cell(Curve curve, TimeAxis.Tick tick, String column, BiFunction<Curve, Double, Integer> count) {
        int number = count.apply(curve, tick.day());
        boolean star = column.equals("at-risk") && few(curve, tick.day());
        Data data = Data.of("column", column)
                .and("group", curve.group())
                .and("time", (long) tick.day())
                .and("count", number);
        String words =
                "%s, day %d: %d %s".formatted(curve.label(), (long) tick.day(), number, column.replace('-', ' '));
        sheet.svg().mark(data, words, () -> sheet.svg()
                .text(x.at(tick.day()), sheet.y(), Align.MIDDLE, number + (star ? "*" : "")));
    }
}
