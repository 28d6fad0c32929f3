package org.trialog.query.outcome.score;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialog.query.outcome.person.Exposure;
import org.trialog.query.statistics.Estimate;
import org.trialog.query.statistics.Slope;

/**
 * How fast a score changed before and after day 0, in points a month. A value on day 0 itself is the last one before.
 *
 * @param before not estimable from fewer than two days
 * @param after not estimable from fewer than two days
 */
public record Slopes(List<Reading> valuesBefore, List<Reading> valuesAfter, Estimate before, Estimate after) {

    public Slopes {
        valuesBefore = List.copyOf(valuesBefore);
        valuesAfter = List.copyOf(valuesAfter);
    }

    /**
     * @param start of the window, included; null: all values before
     * @param end of the window, excluded; null: all values after
     */
    public static Slopes of(Readings readings, LocalDate dayZero, @Nullable LocalDate start, @Nullable LocalDate end) {
        List<Reading> within = readings.values().stream()
                .filter(one -> start == null || !one.day().isBefore(start))
                .filter(one -> end == null || one.day().isBefore(end))
                .toList();
        List<Reading> before =
                within.stream().filter(one -> !one.day().isAfter(dayZero)).toList();
        List<Reading> after =
                within.stream().filter(one -> one.day().isAfter(dayZero)).toList();
        return new Slopes(before, after, slope(before, dayZero), slope(after, dayZero));
    }

    /** After minus before. */
    public Estimate change() {
        return switch (before) {
            case Estimate.Known(double was) -> after.map(is -> is - was);
            case Estimate.NotEstimable none -> none;
        };
    }

    /** Why there is no change; empty when there is one. */
    public String lacking() {
        if (!before.reason().isEmpty()) {
            return before.reason() + " before day 0";
        }
        return after.reason().isEmpty() ? "" : after.reason() + " after day 0";
    }

    private static Estimate slope(List<Reading> values, LocalDate dayZero) {
        return Slope.of(values.stream()
                .map(one -> new Slope.Point(
                        Exposure.day(dayZero, one.day()), one.value().doubleValue()))
                .toList());
    }
}
