package org.trialog.query.statistics;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.util.FastMath;

/**
 * The Kaplan-Meier estimate of remaining free of an event, with late entry (Kaplan and Meier 1958; Greenwood 1926;
 * R: {@code survfit(Surv(after, time, event) ~ 1, conf.type = "log-log")}).
 *
 * <p>S(t) = Π(1 − d/n) over event days up to t; variance S²·Σ d/(n(n−d)); limits exp(−exp(log(−log S) ± z·se)) with se
 * that of log(−log S). At S = 1 and S = 0 that interval does not exist. There one limit is the boundary itself and the
 * other is exact, of m at risk: (α/2)^(1/m) at 1 with m at risk at that time, 1 − (α/2)^(1/m) at 0 with m at risk when
 * the curve fell to 0.
 */
public final class KaplanMeier {

    private final List<Observation> observations;
    private final List<SurvivalRow> rows;
    private final SurvivalSpread spread;

    private KaplanMeier(List<Observation> observations, List<RiskSets.At> sets, SurvivalSpread spread) {
        this.observations = List.copyOf(observations);
        this.spread = spread;
        this.rows = rows(sets, spread);
    }

    /** Independent observations: Greenwood's variance. */
    public static KaplanMeier of(List<Observation> observations) {
        List<RiskSets.At> sets = RiskSets.of(observations);
        return new KaplanMeier(observations, sets, new GreenwoodSpread(sets));
    }

    /**
     * Several observations of one subject, such as one from each dose to the next: the variance sums the influences of
     * a subject before squaring them. R: {@code survfit(..., cluster = subject)}.
     *
     * @param subjects whose each observation is, in the same order
     */
    public static KaplanMeier clustered(List<Observation> observations, List<String> subjects) {
        List<RiskSets.At> sets = RiskSets.of(observations);
        return new KaplanMeier(observations, sets, new ClusteredSpread(sets, observations, subjects));
    }

    /** One row for each distinct last day, in order; empty without observations. */
    public List<SurvivalRow> rows() {
        return rows;
    }

    public MedianTime median() {
        return MedianTime.of(rows);
    }

    /** S(t), with who is at risk at t itself. */
    public SurvivalAt at(double t) {
        int atRisk = (int) observations.stream().filter(o -> o.atRisk(t)).count();
        int index = lastRowAtOrBefore(t);
        double survival = index < 0 ? 1.0 : rows.get(index).estimate();
        String reason = whyUnknown(t, survival);
        if (!reason.isEmpty()) {
            Estimate none = Estimate.none(reason);
            return new SurvivalAt(t, atRisk, none, none, Interval.none(reason, SurvivalLimits.LOG_LOG));
        }
        if (survival == 1) {
            return new SurvivalAt(t, atRisk, Estimate.of(1), Estimate.of(0), SurvivalLimits.atOne(atRisk));
        }
        SurvivalRow row = rows.get(index);
        return new SurvivalAt(t, atRisk, Estimate.of(survival), row.standardError(), row.interval());
    }

    /**
     * The restricted mean up to τ; variance Σ (area from t to τ)²·d/(n(n−d)). R: {@code print(fit, rmean = tau)}.
     */
    public RestrictedMean restrictedMean(double tau) {
        int last = lastRowAtOrBefore(tau);
        String reason =
                tau > 0 ? whyUnknown(tau, last < 0 ? 1.0 : rows.get(last).estimate()) : "τ is not after day 0";
        if (!reason.isEmpty()) {
            return RestrictedMean.none(tau, reason);
        }
        double[] widths = new double[last + 1];
        double mean = last < 0 ? tau : FastMath.max(0, rows.getFirst().time());
        for (int i = 0; i <= last; i++) {
            double until = i == last ? tau : rows.get(i + 1).time();
            widths[i] = until - rows.get(i).time();
            mean += rows.get(i).estimate() * widths[i];
        }
        return RestrictedMean.of(tau, mean, spread.areaStandardError(rows, widths));
    }

    /** What a reader must know before believing the curve; empty for an ordinary one. */
    public List<String> warnings() {
        return FollowUpGaps.of(observations, rows);
    }

    private static List<SurvivalRow> rows(List<RiskSets.At> sets, SurvivalSpread spread) {
        List<SurvivalRow> rows = new ArrayList<>();
        double survival = 1;
        int atRiskAtZero = 0;
        for (int i = 0; i < sets.size(); i++) {
            RiskSets.At set = sets.get(i);
            if (survival > 0 && set.failed() == set.atRisk()) {
                atRiskAtZero = set.atRisk();
            }
            survival *= (double) (set.atRisk() - set.failed()) / set.atRisk();
            Estimate standardError =
                    survival > 0 ? spread.standardError(i, survival) : Estimate.none("the curve is at 0");
            Interval interval;
            if (survival == 1) {
                interval = SurvivalLimits.atOne(set.atRisk());
            } else if (survival == 0) {
                interval = SurvivalLimits.atZero(atRiskAtZero);
            } else {
                interval = SurvivalLimits.logLog(survival, standardError);
            }
            rows.add(new SurvivalRow(
                    set.time(), set.atRisk(), set.failed(), set.censored(), survival, standardError, interval));
        }
        return List.copyOf(rows);
    }

    private int lastRowAtOrBefore(double t) {
        int index = rows.size() - 1;
        while (index >= 0 && rows.get(index).time() > t) {
            index--;
        }
        return index;
    }

    private String whyUnknown(double t, double survival) {
        if (rows.isEmpty() || t < FastMath.max(0, FollowUpGaps.firstDay(observations))) {
            return SurvivalLimits.NOBODY;
        }
        double end = rows.getLast().time();
        return t > end && survival > 0 ? "follow-up ends on day " + FollowUpGaps.day(end) : "";
    }
}
