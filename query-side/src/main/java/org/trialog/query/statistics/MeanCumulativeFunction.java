package org.trialog.query.statistics;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.util.FastMath;

/**
 * How many events a subject has had on average by a time.
 *
 * <p>{@link #of}: M(t) = Σ d/n over days with events (Nelson 1988), with the robust variance of Lawless and Nadeau (1995)
 * Σ_i [Σ_j (Y_i/n)(dN_i − d/n)]²; the time of a subject that dies is censored. {@link #withDeath}: M(t) = Σ S(t−)·d/n with S
 * the Kaplan-Meier of death (Ghosh and Lin 2000), whose variance sums the squared influences of the subjects: who has died
 * has no further events. There the derivative of the product-limit is exact, with 1/(n − deaths) where the asymptotic form
 * has 1/n. R: {@code mets::recurrentMarginal}.
 *
 * <p>Limits M·exp(±z·se/M). Where M is 0 they do not exist: the lower is 0 and the upper the exact Poisson limit with no
 * event among those at risk.
 */
public final class MeanCumulativeFunction {

    static final String LOG = "log";

    private static final String POISSON = "exact Poisson, of those at risk";
    private static final String ONE = "only one subject";
    private static final String ALIKE = "no variation between subjects";

    private final List<RecurrentObservation> observations;
    private final List<CumulativeRow> rows;
    private final boolean ended;
    private final List<String> warnings;

    private MeanCumulativeFunction(List<RecurrentObservation> observations, boolean death) {
        this.observations = observations;
        RecurrentSweep sweep = new RecurrentSweep(observations, death);
        this.rows = rows(sweep);
        this.ended = death && sweep.survival() == 0;
        this.warnings = sweep.gaps();
    }

    /** Death is censoring: as if who died would have gone on as the others do. */
    public static MeanCumulativeFunction of(List<RecurrentObservation> observations) {
        return new MeanCumulativeFunction(List.copyOf(observations), false);
    }

    /** Death is terminal: no event happens after it. */
    public static MeanCumulativeFunction withDeath(List<RecurrentObservation> observations) {
        return new MeanCumulativeFunction(List.copyOf(observations), true);
    }

    /** In the order of time; empty without observations. */
    public List<CumulativeRow> rows() {
        return rows;
    }

    /** M(t), with who is at risk at t itself. */
    public CumulativeAt at(double t) {
        double entry = observations.stream()
                .mapToDouble(RecurrentObservation::after)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        if (t < FastMath.ceil(entry)) {
            return CumulativeAt.none(t, SurvivalLimits.NOBODY);
        }
        double end = rows.getLast().time();
        if (t > end && !ended) {
            return CumulativeAt.none(t, "follow-up ends on day " + FollowUpGaps.day(end));
        }
        int atRisk = (int) observations.stream()
                .filter(row -> row.after() < t && t <= row.time())
                .count();
        CumulativeRow last = null;
        for (CumulativeRow row : rows) {
            last = row.time() <= t ? row : last;
        }
        if (last == null || last.estimate() == 0) {
            return new CumulativeAt(t, atRisk, Estimate.of(0), Estimate.of(0), atZero(atRisk));
        }
        return new CumulativeAt(t, atRisk, Estimate.of(last.estimate()), last.standardError(), last.interval());
    }

    /** M at the last day at risk. */
    public CumulativeAt atEnd() {
        return rows.isEmpty()
                ? CumulativeAt.none(0, SurvivalLimits.NOBODY)
                : at(rows.getLast().time());
    }

    /** What a reader must know before believing the curve; empty for an ordinary one. */
    public List<String> warnings() {
        return warnings;
    }

    private static List<CumulativeRow> rows(RecurrentSweep sweep) {
        List<CumulativeRow> rows = new ArrayList<>();
        while (sweep.advance()) {
            if (sweep.events() > 0 || sweep.last()) {
                Estimate standardError = standardError(sweep);
                double estimate = sweep.estimate();
                rows.add(new CumulativeRow(
                        sweep.time(),
                        sweep.atRisk(),
                        sweep.events(),
                        estimate,
                        standardError,
                        estimate == 0 ? atZero(sweep.atRisk()) : limits(estimate, standardError)));
            }
        }
        return List.copyOf(rows);
    }

    private static Estimate standardError(RecurrentSweep sweep) {
        if (sweep.estimate() == 0) {
            return Estimate.of(0);
        }
        if (sweep.subjects() < 2) {
            return Estimate.none(ONE);
        }
        double variance = sweep.variance();
        return variance > 0 ? Estimate.of(FastMath.sqrt(variance)) : Estimate.none(ALIKE);
    }

    private static Interval atZero(int atRisk) {
        Interval exact = PoissonRate.exact(0, atRisk).interval();
        return new Interval(exact.lower(), exact.upper(), POISSON);
    }

    private static Interval limits(double estimate, Estimate standardError) {
        return switch (standardError) {
            case Estimate.NotEstimable(String reason) -> Interval.none(reason, LOG);
            case Estimate.Known(double se) ->
                Interval.wald(FastMath.log(estimate), se / estimate, LOG).exp();
        };
    }
}
