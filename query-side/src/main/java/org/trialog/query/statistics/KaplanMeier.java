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

    static final String LOG_LOG = "log-log";
    private static final String EXACT = "exact, of those at risk";
    private static final String NOBODY = "nobody was at risk";

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
            return new SurvivalAt(t, atRisk, none, none, Interval.none(reason, LOG_LOG));
        }
        if (survival == 1) {
            return new SurvivalAt(t, atRisk, Estimate.of(1), Estimate.of(0), atOne(atRisk));
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
        List<String> warnings = new ArrayList<>();
        double entry = firstEntry();
        if (entry > 0) {
            warnings.add("nobody was at risk until day " + day(entry));
        }
        for (int i = 0; i + 1 < rows.size(); i++) {
            SurvivalRow row = rows.get(i);
            double resumed = firstEntryAfter(row.time());
            if (resumed - row.time() > 1) {
                warnings.add("nobody was at risk between day " + day(row.time()) + " and day " + day(resumed));
            }
            if (row.estimate() == 0 && (i == 0 || rows.get(i - 1).estimate() > 0)) {
                warnings.add("all at risk on day " + day(row.time())
                        + " had the event, so the curve is 0 although others were observed later");
            }
        }
        return List.copyOf(warnings);
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
                interval = atOne(set.atRisk());
            } else if (survival == 0) {
                interval = Interval.of(0, 1 - exactLimit(atRiskAtZero), EXACT);
            } else {
                interval = logLog(survival, standardError);
            }
            rows.add(new SurvivalRow(
                    set.time(), set.atRisk(), set.failed(), set.censored(), survival, standardError, interval));
        }
        return List.copyOf(rows);
    }

    private static Interval atOne(int atRisk) {
        return atRisk == 0
                ? new Interval(Estimate.none(NOBODY), Estimate.of(1), EXACT)
                : Interval.of(exactLimit(atRisk), 1, EXACT);
    }

    private static double exactLimit(int atRisk) {
        return FastMath.pow(Interval.TAIL, 1.0 / atRisk);
    }

    /** Log-log limits of a probability strictly between 0 and 1. */
    static Interval logLog(double probability, Estimate standardError) {
        return switch (standardError) {
            case Estimate.NotEstimable(String reason) -> Interval.none(reason, LOG_LOG);
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

    private int lastRowAtOrBefore(double t) {
        int index = rows.size() - 1;
        while (index >= 0 && rows.get(index).time() > t) {
            index--;
        }
        return index;
    }

    private String whyUnknown(double t, double survival) {
        if (rows.isEmpty() || t < FastMath.max(0, firstEntry())) {
            return NOBODY;
        }
        double end = rows.getLast().time();
        return t > end && survival > 0 ? "follow-up ends on day " + day(end) : "";
    }

    /** The first day of observation: half a day after {@code after} where that is a half. */
    private double firstEntry() {
        return FastMath.ceil(
                observations.stream().mapToDouble(Observation::after).min().orElse(Double.POSITIVE_INFINITY));
    }

    private double firstEntryAfter(double t) {
        return FastMath.ceil(observations.stream()
                .filter(o -> o.time() > t)
                .mapToDouble(Observation::after)
                .min()
                .orElse(t));
    }

    private static String day(double t) {
        return t == FastMath.rint(t) ? Long.toString((long) t) : Double.toString(t);
    }
}
