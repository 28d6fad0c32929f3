package org.trialog.query.outcome.kind;

import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.trialog.events.protocol.OutcomeDefinition.Estimator;
import org.trialog.query.outcome.figure.Comparison;
import org.trialog.query.outcome.figure.Numbers;
import org.trialog.query.outcome.figure.Numbers.Share;
import org.trialog.query.outcome.figure.Numbers.Shares;
import org.trialog.query.statistics.Estimate;
import org.trialog.query.statistics.Incidence;
import org.trialog.query.statistics.Interval;
import org.trialog.query.statistics.KaplanMeier;
import org.trialog.query.statistics.Observation;
import org.trialog.query.statistics.Proportion;
import org.trialog.query.statistics.SurvivalAt;
import org.trialog.query.statistics.SurvivalRow;

/**
 * The share of subjects without an event in a window, by three estimators side by side. Kaplan-Meier starts anew at the
 * window: an earlier event does not remove a subject.
 */
final class EventFreeInterval implements Answer {

    private static final int FEW = 3;

    private final Question question;
    private final Cohort cohort;
    private final Curves curves;
    private final int tolerance;

    EventFreeInterval(Question question, Cohort cohort) {
        this.question = question;
        this.cohort = cohort;
        this.curves = Curves.from(question, cohort, window -> window.anchor().plus(question.from()));
        Period to = question.definition().to();
        this.tolerance = to == null ? 0 : question.toleranceDays(to);
    }

    @Override
    public Part of(Stratum stratum) {
        List<Curves.Row> rows = curves.rows(stratum);
        KaplanMeier curve = curves.kaplanMeier(rows);
        Observed observed = Observed.of(stratum, tolerance);
        Shares shares = shares(curve, observed);
        Share chosen = chosen(shares);
        int deaths = Curves.deaths(rows);
        List<String> warnings = new ArrayList<>(curve.warnings());
        if (observed.atRiskAtEnd() < FEW && !rows.isEmpty()) {
            warnings.add("fewer than " + FEW + " at risk at the end: " + observed.atRiskAtEnd());
        }
        return new Part(
                stratum.events(),
                stratum.days(),
                chosen.estimate(),
                chosen.interval().lower(),
                chosen.interval().upper(),
                new Numbers.EventFreeShare(
                        observed.withEvent(),
                        observed.full(),
                        observed.windows() - observed.full(),
                        observed.atRiskAtEnd(),
                        tolerance,
                        shares,
                        curve.rows(),
                        deaths == 0 ? null : incidence(rows),
                        deaths),
                warnings);
    }

    @Override
    public Estimate estimate(Stratum stratum) {
        KaplanMeier curve = curves.kaplanMeier(curves.rows(stratum));
        return chosen(shares(curve, Observed.of(stratum, tolerance))).estimate();
    }

    @Override
    public List<Comparison> comparisons() {
        return new LogRankTests(cohort, curves, Chosen.showP(question, cohort)).comparisons();
    }

    @Override
    public String method() {
        return switch (estimator()) {
            case KAPLAN_MEIER ->
                "Kaplan-Meier within the window, log-log 95 % interval (exact at 0 and 1)"
                        + (question.eachDose() ? ", variance clustered by subject" : "");
            case COMPLETE_CASE ->
                "without an event and fully observed, of those with an event or fully observed;"
                        + " Clopper-Pearson 95 % interval";
            case NAIVE -> "no event seen, of all; Clopper-Pearson 95 % interval";
        };
    }

    private Estimator estimator() {
        Estimator estimator = question.definition().estimator();
        return estimator == null ? Estimator.KAPLAN_MEIER : estimator;
    }

    private Share chosen(Shares shares) {
        return switch (estimator()) {
            case KAPLAN_MEIER -> shares.kaplanMeier();
            case COMPLETE_CASE -> shares.completeCase();
            case NAIVE -> shares.naive();
        };
    }

    private static Shares shares(KaplanMeier curve, Observed observed) {
        return new Shares(
                kaplanMeier(curve, observed.atRiskAtEnd()),
                counted(observed.fullAndFree(), observed.withEvent() + observed.fullAndFree()),
                counted(observed.windows() - observed.withEvent(), observed.windows()));
    }

    /** The curve at the end of the window. What is last known holds there if anybody was observed to the end. */
    private static Share kaplanMeier(KaplanMeier curve, int atRiskAtEnd) {
        if (curve.rows().isEmpty()) {
            return unknown("nobody was at risk");
        }
        SurvivalRow last = curve.rows().getLast();
        if (last.estimate() > 0 && atRiskAtEnd == 0) {
            return unknown("nobody without an event was observed to the end of the window");
        }
        if (last.estimate() < 1) {
            return new Share(Estimate.of(last.estimate()), last.interval(), last.standardError(), null, null);
        }
        // Exactly those at risk at the end stand behind the limit, also when they left within the tolerance.
        SurvivalAt end = KaplanMeier.of(Collections.nCopies(atRiskAtEnd, Observation.fromAnchor(1, 0)))
                .at(1);
        return new Share(end.estimate(), end.interval(), end.standardError(), null, null);
    }

    private static Share unknown(String reason) {
        Estimate none = Estimate.none(reason);
        return new Share(none, new Interval(none, none, "log-log"), none, null, null);
    }

    private static Share counted(long numerator, long denominator) {
        Proportion proportion = Proportion.of(numerator, denominator);
        return new Share(proportion.estimate(), proportion.clopperPearson(), null, numerator, denominator);
    }

    private static Incidence incidence(List<Curves.Row> rows) {
        var competing = Curves.incidence(rows);
        return competing.eventBy(competing.rows().getLast().time());
    }
}
