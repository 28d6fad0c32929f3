package org.trialog.query.statistics;

import org.hipparchus.util.FastMath;

/**
 * A proportion x/n with the exact interval of Clopper and Pearson (1934; R {@code binom.test}) and the score interval
 * of Wilson (1927; R {@code prop.test(correct = FALSE)}).
 */
public record Proportion(long successes, long n, Estimate estimate, Interval clopperPearson, Interval wilson) {

    private static final String EXACT = "Clopper-Pearson";
    private static final String SCORE = "Wilson";

    /** @throws IllegalArgumentException unless 0 ≤ successes ≤ n */
    public static Proportion of(long successes, long n) {
        if (successes < 0 || successes > n) {
            throw new IllegalArgumentException(successes + " of " + n + " is no proportion");
        }
        if (n == 0) {
            String reason = "no subjects";
            return new Proportion(
                    0, 0, Estimate.none(reason), Interval.none(reason, EXACT), Interval.none(reason, SCORE));
        }
        return new Proportion(
                successes, n, Estimate.of((double) successes / n), exact(successes, n), score(successes, n));
    }

    private static Interval exact(long x, long n) {
        return Interval.of(exactLower(x, n), exactUpper(x, n), EXACT);
    }

    static double exactLower(long x, long n) {
        return x == 0 ? 0.0 : Distributions.betaQuantile(Interval.TAIL, (double) x, (double) n - x + 1.0);
    }

    static double exactUpper(long x, long n) {
        return x == n ? 1.0 : Distributions.betaQuantile(1.0 - Interval.TAIL, x + 1.0, (double) n - x);
    }

    private static Interval score(long x, long n) {
        double p = (double) x / n;
        double z2 = Interval.Z * Interval.Z;
        double centre = p + z2 / (2.0 * n);
        double half = Interval.Z * FastMath.sqrt(p * (1 - p) / n + z2 / (4.0 * n * n));
        double scale = 1 + z2 / n;
        // At 0 and at n the limit is exactly the boundary; the subtraction would leave a rounding error.
        return Interval.of(x == 0 ? 0.0 : (centre - half) / scale, x == n ? 1.0 : (centre + half) / scale, SCORE);
    }
}
