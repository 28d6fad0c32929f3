package org.trialog.query.statistics;

import org.hipparchus.util.FastMath;

/**
 * A ratio of rates or hazards with its interval, and the log ratio with its standard error, which pooling needs.
 *
 * @param value 0 or infinite when one side has no events
 */
public record Ratio(Estimate value, Interval interval, Estimate log, Estimate logStandardError) {

    /** A ratio from its log, with the Wald interval on the log scale. */
    static Ratio ofLog(double log, double standardError, String method) {
        return new Ratio(
                Estimate.of(FastMath.exp(log)),
                Interval.wald(log, standardError, method).exp(),
                Estimate.of(log),
                Estimate.of(standardError));
    }

    static Ratio none(String reason, String method) {
        Estimate none = Estimate.none(reason);
        return new Ratio(none, Interval.none(reason, method), none, none);
    }

    /** 100·(1 − ratio); negative where the rate went up. */
    public Estimate percentReduction() {
        return value.map(Ratio::reduction);
    }

    /** The interval of the reduction: its lower limit comes from the ratio's upper one. */
    public Interval percentReductionInterval() {
        return new Interval(
                interval.upper().map(Ratio::reduction), interval.lower().map(Ratio::reduction), interval.method());
    }

    private static double reduction(double ratio) {
        return 100.0 * (1.0 - ratio);
    }
}
