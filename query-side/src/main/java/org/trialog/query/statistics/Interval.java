package org.trialog.query.statistics;

import org.hipparchus.util.FastMath;

/**
 * A two-sided 95 % confidence interval and the name of the method that gave it. A limit may be infinite.
 *
 * @param method the method's name as it is shown beside the figure
 */
public record Interval(Estimate lower, Estimate upper, String method) {

    /** The confidence level of every interval. */
    public static final double LEVEL = 0.95;

    /** The probability left out on each side. */
    static final double TAIL = 0.025;

    /** The standard normal quantile of {@code 1 - TAIL}; R: {@code qnorm(0.975)}. */
    static final double Z = 1.959963984540054;

    static Interval of(double lower, double upper, String method) {
        return new Interval(Estimate.of(lower), Estimate.of(upper), method);
    }

    static Interval none(String reason, String method) {
        return new Interval(Estimate.none(reason), Estimate.none(reason), method);
    }

    /** {@code estimate ± Z·standardError}. */
    static Interval wald(double estimate, double standardError, String method) {
        return of(estimate - Z * standardError, estimate + Z * standardError, method);
    }

    /** The limits exponentiated: from a log ratio to the ratio. */
    Interval exp() {
        return new Interval(lower.map(FastMath::exp), upper.map(FastMath::exp), method);
    }
}
