package org.trialog.query.statistics;

import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.hipparchus.util.FastMath;

/**
 * The ratio (x1/T1)/(x0/T0) of two Poisson rates, conditional on the total number of events: x1 of x1+x0 is binomial
 * with p = T1/(T1+T0) if the rates are equal, and limits of p (Clopper-Pearson) give limits p/(1−p)·T0/T1 of the ratio.
 * R: {@code poisson.test(c(x1, x0), c(T1, T0))} (Przyborowski and Wilenski 1940).
 *
 * @param ratio the log's standard error is √(1/x1 + 1/x0)
 * @param pMinimumLikelihood R's p: the probability of all splits that are no more likely than the one seen
 * @param pTwiceSmallerTail 2 × the smaller tail, at most 1: it agrees with the interval
 */
public record RateRatio(Ratio ratio, Estimate pMinimumLikelihood, Estimate pTwiceSmallerTail) {

    private static final String METHOD = "conditional exact";

    /** Splits within this factor count as equally likely, as in R's {@code binom.test}. */
    private static final double EQUALLY_LIKELY = 1 + 1e-7;

    /**
     * @param x1 events of the group of interest, in person-time t1
     * @param x0 events of the reference, in person-time t0
     */
    public static RateRatio exact(long x1, double t1, long x0, double t0) {
        PoissonRate.requireCount(x1, t1);
        PoissonRate.requireCount(x0, t0);
        if (t1 == 0 || t0 == 0) {
            return none("no person-time on one side");
        }
        long n = x1 + x0;
        if (n == 0) {
            return none("no events on either side");
        }
        double times = t0 / t1;
        double lower = x1 == 0 ? 0.0 : odds(Proportion.exactLower(x1, n)) * times;
        double upper = x0 == 0 ? Double.POSITIVE_INFINITY : odds(Proportion.exactUpper(x1, n)) * times;
        double p = t1 / (t1 + t0);
        return new RateRatio(
                new Ratio(
                        Estimate.of(x0 == 0 ? Double.POSITIVE_INFINITY : (x1 / t1) / (x0 / t0)),
                        Interval.of(lower, upper, METHOD),
                        logRatio(x1, t1, x0, t0),
                        x1 == 0 || x0 == 0
                                ? Estimate.none("no events on one side")
                                : Estimate.of(FastMath.sqrt(1.0 / x1 + 1.0 / x0))),
                Estimate.of(minimumLikelihood(x1, n, p)),
                Estimate.of(twiceSmallerTail(x1, n, p)));
    }

    private static RateRatio none(String reason) {
        Estimate none = Estimate.none(reason);
        return new RateRatio(Ratio.none(reason, METHOD), none, none);
    }

    static Estimate logRatio(long x1, double t1, long x0, double t0) {
        if (x1 == 0) {
            return Estimate.of(Double.NEGATIVE_INFINITY);
        }
        return Estimate.of(x0 == 0 ? Double.POSITIVE_INFINITY : FastMath.log((x1 / t1) / (x0 / t0)));
    }

    private static double odds(double p) {
        return p / (1 - p);
    }

    private static double twiceSmallerTail(long x, long n, double p) {
        double smaller = FastMath.min(Distributions.binomialAtMost(x, n, p), Distributions.binomialAtLeast(x, n, p));
        return FastMath.min(1.0, 2 * smaller);
    }

    /** The likelihood falls on both sides of the mode, so the unlikely splits are two tails: find the opposite one. */
    private static double minimumLikelihood(long x, long n, double p) {
        BinomialDistribution binomial = new BinomialDistribution(FastMath.toIntExact(n), p);
        double limit = FastMath.log(EQUALLY_LIKELY) + binomial.logProbability(FastMath.toIntExact(x));
        double mean = n * p;
        if (x == mean) {
            return 1.0;
        }
        if (x < mean) {
            int opposite = FastMath.toIntExact(n);
            while (opposite >= mean && binomial.logProbability(opposite) <= limit) {
                opposite--;
            }
            return FastMath.min(
                    1.0, Distributions.binomialAtMost(x, n, p) + Distributions.binomialAtLeast(opposite + 1L, n, p));
        }
        int opposite = 0;
        while (opposite <= mean && binomial.logProbability(opposite) <= limit) {
            opposite++;
        }
        return FastMath.min(
                1.0, Distributions.binomialAtLeast(x, n, p) + Distributions.binomialAtMost(opposite - 1L, n, p));
    }
}
