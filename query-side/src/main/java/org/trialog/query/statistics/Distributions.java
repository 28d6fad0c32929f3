package org.trialog.query.statistics;

import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.distribution.continuous.GammaDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;
import org.hipparchus.util.FastMath;

/**
 * Tails and quantiles, taken from Hipparchus such that small tails keep their relative accuracy (never {@code 1 - p}).
 */
final class Distributions {

    /** An absolute tolerance so small that the solvers' relative one (1e-14) decides, also for tiny quantiles. */
    private static final double SOLVER_TOLERANCE = 1e-250;

    private Distributions() {}

    /** {@code 2·P(Z > |z|)}; R: {@code 2 * pnorm(-abs(z))}. */
    static double normalTwoSided(double z) {
        return Erf.erfc(FastMath.abs(z) / FastMath.sqrt(2.0));
    }

    /** R: {@code pchisq(x, df, lower.tail = FALSE)}. */
    static double chiSquareUpper(double x, int degreesOfFreedom) {
        return x <= 0 ? 1.0 : Gamma.regularizedGammaQ(0.5 * degreesOfFreedom, 0.5 * x);
    }

    /** R: {@code 2 * pt(-abs(t), df)}. */
    static double studentTwoSided(double t, double degreesOfFreedom) {
        return Beta.regularizedBeta(degreesOfFreedom / (degreesOfFreedom + t * t), 0.5 * degreesOfFreedom, 0.5);
    }

    /** R: {@code qt(p, df)}. */
    static double studentQuantile(double p, double degreesOfFreedom) {
        return new TDistribution(degreesOfFreedom, SOLVER_TOLERANCE).inverseCumulativeProbability(p);
    }

    /** {@code estimate ± t·standardError}. */
    static Interval student(double estimate, double standardError, double degreesOfFreedom, String method) {
        double half = studentQuantile(1 - Interval.TAIL, degreesOfFreedom) * standardError;
        return Interval.of(estimate - half, estimate + half, method);
    }

    /** R: {@code qgamma(p, shape)}, which is {@code qchisq(p, 2 * shape) / 2}. */
    static double gammaQuantile(double p, double shape) {
        return new GammaDistribution(shape, 1.0, SOLVER_TOLERANCE).inverseCumulativeProbability(p);
    }

    /** R: {@code qbeta(p, a, b)}. */
    static double betaQuantile(double p, double a, double b) {
        return new BetaDistribution(a, b, SOLVER_TOLERANCE).inverseCumulativeProbability(p);
    }

    /** {@code P(X <= x)}, X binomial; R: {@code pbinom(x, n, p)}. */
    static double binomialAtMost(long x, long n, double p) {
        if (x < 0) {
            return 0.0;
        }
        return x >= n ? 1.0 : Beta.regularizedBeta(1.0 - p, (double) n - x, x + 1.0);
    }

    /** {@code P(X >= x)}, X binomial; R: {@code pbinom(x - 1, n, p, lower.tail = FALSE)}. */
    static double binomialAtLeast(long x, long n, double p) {
        if (x <= 0) {
            return 1.0;
        }
        return x > n ? 0.0 : Beta.regularizedBeta(p, (double) x, (double) n - x + 1.0);
    }
}
