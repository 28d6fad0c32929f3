package org.trialog.query.statistics;

import org.hipparchus.util.FastMath;

/** Pointwise limits of a survival curve or an incidence: log-log inside, exact at the boundaries. */
final class SurvivalLimits {

    static final String LOG_LOG = "log-log";
    static final String NOBODY = "nobody was at risk";
    private static final String EXACT = "exact, of those at risk";

    private SurvivalLimits() {}

    /** Of an estimate of 1 among so many at risk: from (α/2)^(1/m). */
    static Interval atOne(int atRisk) {
        return atRisk == 0
                ? new Interval(Estimate.none(NOBODY), Estimate.of(1), EXACT)
                : Interval.of(exact(atRisk), 1, EXACT);
    }

    /** Of an estimate of 0 among so many at risk: up to 1 − (α/2)^(1/m). */
    static Interval atZero(int atRisk) {
        return atRisk == 0
                ? new Interval(Estimate.of(0), Estimate.none(NOBODY), EXACT)
                : Interval.of(0, 1 - exact(atRisk), EXACT);
    }

    private static double exact(int atRisk) {
        return FastMath.pow(Interval.TAIL, 1.0 / atRisk);
    }

    /** Of a probability strictly between 0 and 1: exp(−exp(log(−log p) ± z·se/(p·log p))). */
    static Interval logLog(double probability, Estimate standardError) {
        return switch (standardError) {
            case Estimate.NotEstimable(String reason) -> Interval.none(reason, LOG_LOG);
            case Estimate.Known(double se) when se == 0 -> Interval.none("no variation between subjects", LOG_LOG);
            case Estimate.Known(double se) -> {
                double log = FastMath.log(probability);
                double centre = FastMath.log(-log);
                double half = Interval.Z * se / (probability * -log);
                yield Interval.of(
                        FastMath.exp(-FastMath.exp(centre + half)),
                        FastMath.exp(-FastMath.exp(centre - half)),
                        LOG_LOG);
            }
        };
    }
}
