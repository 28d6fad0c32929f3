package org.trialog.query.statistics;

import org.hipparchus.util.FastMath;

/** The probability of having ended in one way by a time. */
public record Incidence(Estimate estimate, Estimate standardError, Interval interval) {

    /** Estimate from the number at risk and the sum of squared influences of the subjects. */
    static Incidence of(double estimate, int atRisk, double variance, int subjects) {
        if (estimate == 0) {
            return new Incidence(Estimate.of(0), Estimate.of(0), SurvivalLimits.atZero(atRisk));
        }
        if (estimate == 1) {
            return new Incidence(Estimate.of(1), Estimate.of(0), SurvivalLimits.atOne(atRisk));
        }
        Estimate standardError =
                subjects < 2 ? Estimate.none("only one subject") : Estimate.of(FastMath.sqrt(variance));
        return new Incidence(Estimate.of(estimate), standardError, SurvivalLimits.logLog(estimate, standardError));
    }

    static Incidence none(String reason) {
        return new Incidence(
                Estimate.none(reason), Estimate.none(reason), Interval.none(reason, SurvivalLimits.LOG_LOG));
    }
}
