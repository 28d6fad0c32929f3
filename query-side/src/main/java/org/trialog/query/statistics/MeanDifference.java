package org.trialog.query.statistics;

import java.util.List;
import org.hipparchus.util.FastMath;

/**
 * The difference of two means, first minus second, with Student's interval: by Welch (1947; R {@code t.test(x, y)}), or
 * with the variances pooled (R {@code t.test(x, y, var.equal = TRUE)}).
 *
 * @param p two-sided
 */
public record MeanDifference(
        Estimate difference,
        Estimate standardError,
        Estimate statistic,
        Estimate degreesOfFreedom,
        Estimate p,
        Interval interval) {

    public static final String WELCH = "Welch's t";
    public static final String POOLED = "Student's t, pooled variance";

    public static MeanDifference welch(List<Double> first, List<Double> second) {
        if (first.size() < 2 || second.size() < 2) {
            return few(first, second, WELCH);
        }
        Moments x = Moments.of(first);
        Moments y = Moments.of(second);
        double vx = x.variance() / x.n();
        double vy = y.variance() / y.n();
        double freedom = (vx + vy) * (vx + vy) / (vx * vx / (x.n() - 1.0) + vy * vy / (y.n() - 1.0));
        return of(x, y, vx + vy, freedom, WELCH);
    }

    public static MeanDifference pooled(List<Double> first, List<Double> second) {
        if (first.isEmpty() || second.isEmpty() || first.size() + second.size() < 3) {
            return few(first, second, POOLED);
        }
        Moments x = Moments.of(first);
        Moments y = Moments.of(second);
        double freedom = x.n() + y.n() - 2.0;
        double variance = ((x.n() - 1.0) * x.variance() + (y.n() - 1.0) * y.variance()) / freedom;
        return of(x, y, variance * (1.0 / x.n() + 1.0 / y.n()), freedom, POOLED);
    }

    /** None at all, with the method that would have been used. */
    public static MeanDifference none(String reason, String method) {
        Estimate none = Estimate.none(reason);
        return new MeanDifference(none, none, none, none, none, Interval.none(reason, method));
    }

    private static MeanDifference of(Moments x, Moments y, double variance, double freedom, String method) {
        double difference = x.mean() - y.mean();
        if (!x.varies() && !y.varies()) {
            return unspread(difference, SampleMean.ALL_EQUAL, method);
        }
        double error = FastMath.sqrt(variance);
        return new MeanDifference(
                Estimate.of(difference),
                Estimate.of(error),
                Estimate.of(difference / error),
                Estimate.of(freedom),
                Estimate.of(Distributions.studentTwoSided(difference / error, freedom)),
                Distributions.student(difference, error, freedom, method));
    }

    private static MeanDifference few(List<Double> first, List<Double> second, String method) {
        return first.isEmpty() || second.isEmpty()
                ? none("no values on one side", method)
                : unspread(
                        Moments.of(first).mean() - Moments.of(second).mean(),
                        "one value on a side has no spread",
                        method);
    }

    private static MeanDifference unspread(double difference, String reason, String method) {
        Estimate none = Estimate.none(reason);
        return new MeanDifference(Estimate.of(difference), none, none, none, none, Interval.none(reason, method));
    }
}
