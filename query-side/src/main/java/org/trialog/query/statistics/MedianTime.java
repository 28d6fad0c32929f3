package org.trialog.query.statistics;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The median time: the smallest t with S(t) ≤ 0.5, or the middle of a plateau at 0.5 that a later event ends. Its limits
 * are where the pointwise log-log limits cross 0.5 (Brookmeyer and Crowley 1982). R: {@code print(survfit(...))}; as
 * there, rows where the curve is 1 or 0 have no limits and are passed over.
 */
public record MedianTime(Estimate time, Interval interval) {

    private static final double TOLERANCE = 1e-9;
    private static final String NO_LIMITS = "the curve has log-log limits nowhere";

    static MedianTime of(List<SurvivalRow> rows) {
        List<SurvivalRow> inner = rows.stream()
                .filter(row -> row.estimate() < 1 && row.estimate() > 0)
                .filter(row -> row.interval().lower() instanceof Estimate.Known)
                .toList();
        return new MedianTime(
                half(rows, SurvivalRow::estimate, SurvivalLimits.NOBODY, "the estimate stays above 0.5"),
                new Interval(
                        half(inner, row -> limit(row.interval().lower()), NO_LIMITS, "the lower limit stays above 0.5"),
                        half(inner, row -> limit(row.interval().upper()), NO_LIMITS, "the upper limit stays above 0.5"),
                        SurvivalLimits.LOG_LOG));
    }

    private static Estimate half(
            List<SurvivalRow> rows, ToDoubleFunction<SurvivalRow> curve, String without, String otherwise) {
        List<SurvivalRow> below = rows.stream()
                .filter(row -> curve.applyAsDouble(row) <= 0.5 + TOLERANCE)
                .toList();
        if (below.isEmpty()) {
            return Estimate.none(rows.isEmpty() ? without : otherwise);
        }
        SurvivalRow first = below.getFirst();
        double level = curve.applyAsDouble(first);
        if (level < 0.5 - TOLERANCE) {
            return Estimate.of(first.time());
        }
        double until = below.stream()
                .filter(row -> curve.applyAsDouble(row) < level)
                .findFirst()
                .orElse(first)
                .time();
        return Estimate.of((first.time() + until) / 2);
    }

    private static double limit(Estimate limit) {
        return limit.asDouble().orElseThrow();
    }
}
