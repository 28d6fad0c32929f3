package org.trialog.query.statistics;

import java.util.List;
import org.hipparchus.util.FastMath;

/**
 * The ratio of two rates when the events of one subject resemble each other, in particular before and after on the
 * same children. The variance of the log ratio is the sum over subjects of squared influences
 * Σ_i [(x1i − λ1·T1i)/x1 − (x0i − λ0·T0i)/x0]² with λ = x/T of each side; the interval is Wald's on the log scale.
 * R: the {@code HC0} cluster sandwich of {@code glm(x ~ side + offset(log(T)), poisson)}.
 *
 * @param p two-sided, normal
 */
public record ClusteredRateRatio(int subjects, Ratio ratio, Estimate p) {

    private static final String METHOD = "log-normal, clustered by subject";

    /** Below this a variance is rounding error: it says that no variation was seen, not that there is none. */
    private static final double NO_VARIATION = 1e-20;

    /**
     * One subject's contribution to both sides; a subject seen on one side only has zeros on the other.
     *
     * @param x1 events of the group of interest, in person-time t1
     * @param x0 events of the reference, in person-time t0
     */
    public record Contribution(long x1, double t1, long x0, double t0) {
        public Contribution {
            PoissonRate.requireCount(x1, t1);
            PoissonRate.requireCount(x0, t0);
        }
    }

    /** Sums run in the order of the list: give the subjects in a stable order. */
    public static ClusteredRateRatio of(List<Contribution> contributions) {
        long x1 = contributions.stream().mapToLong(Contribution::x1).sum();
        long x0 = contributions.stream().mapToLong(Contribution::x0).sum();
        double t1 = 0;
        double t0 = 0;
        for (Contribution c : contributions) {
            t1 += c.t1();
            t0 += c.t0();
        }
        int subjects = contributions.size();
        if (t1 == 0 || t0 == 0) {
            return none(subjects, Ratio.none("no person-time on one side", METHOD));
        }
        if (x1 + x0 == 0) {
            return none(subjects, Ratio.none("no events on either side", METHOD));
        }
        if (x1 == 0 || x0 == 0) {
            return withoutSpread(subjects, RateRatio.logRatio(x1, t1, x0, t0), "no events on one side");
        }
        double log = FastMath.log((x1 / t1) / (x0 / t0));
        double variance = variance(contributions, x1, t1, x0, t0);
        if (variance <= NO_VARIATION) {
            return withoutSpread(subjects, Estimate.of(log), "no variation between subjects");
        }
        double standardError = FastMath.sqrt(variance);
        return new ClusteredRateRatio(
                subjects,
                Ratio.ofLog(log, standardError, METHOD),
                Estimate.of(Distributions.normalTwoSided(log / standardError)));
    }

    private static ClusteredRateRatio withoutSpread(int subjects, Estimate log, String reason) {
        return none(
                subjects, new Ratio(log.map(FastMath::exp), Interval.none(reason, METHOD), log, Estimate.none(reason)));
    }

    private static double variance(List<Contribution> contributions, long x1, double t1, long x0, double t0) {
        double rate1 = x1 / t1;
        double rate0 = x0 / t0;
        double sum = 0;
        for (Contribution c : contributions) {
            double influence = (c.x1() - rate1 * c.t1()) / x1 - (c.x0() - rate0 * c.t0()) / x0;
            sum += influence * influence;
        }
        return sum;
    }

    private static ClusteredRateRatio none(int subjects, Ratio ratio) {
        return new ClusteredRateRatio(
                subjects, ratio, Estimate.none(ratio.logStandardError().reason()));
    }
}
