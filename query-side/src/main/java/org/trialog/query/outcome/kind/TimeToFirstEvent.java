package org.trialog.query.outcome.kind;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.OptionalDouble;
import org.trialog.events.protocol.OutcomeDefinition;
import org.trialog.query.outcome.figure.Comparison;
import org.trialog.query.outcome.figure.Numbers;
import org.trialog.query.outcome.person.Window;
import org.trialog.query.statistics.AalenJohansen;
import org.trialog.query.statistics.CoxObservation;
import org.trialog.query.statistics.Estimate;
import org.trialog.query.statistics.Incidence;
import org.trialog.query.statistics.KaplanMeier;
import org.trialog.query.statistics.MedianTime;
import org.trialog.query.statistics.SurvivalRow;

/**
 * The time to the first event in days from the anchor. From each dose the time ends at the next one, and the variance is
 * clustered by subject.
 */
final class TimeToFirstEvent implements Answer {

    private static final double MONTH = 30.4375;

    private final Question question;
    private final Cohort cohort;
    private final Curves curves;
    private final double tau;

    TimeToFirstEvent(Question question, Cohort cohort) {
        this.question = question;
        this.cohort = cohort;
        this.curves = Curves.from(question, cohort, Window::anchor);
        this.tau = tau();
    }

    @Override
    public Part of(Stratum stratum) {
        List<Curves.Row> rows = curves.rows(stratum);
        KaplanMeier curve = curves.kaplanMeier(rows);
        MedianTime median = curve.median();
        int deaths = Curves.deaths(rows);
        return new Part(
                rows.stream().filter(row -> row.events() > 0).count(),
                Curves.daysToFirst(stratum),
                median.time(),
                median.interval().lower(),
                median.interval().upper(),
                new Numbers.FirstEvent(
                        rows.size(),
                        median,
                        times(curve).stream().map(curve::at).toList(),
                        curve.restrictedMean(tau),
                        curve.rows(),
                        deaths == 0 ? null : incidence(rows),
                        deaths),
                curve.warnings());
    }

    @Override
    public Estimate estimate(Stratum stratum) {
        return curves.kaplanMeier(curves.rows(stratum)).median().time();
    }

    @Override
    public List<Comparison> comparisons() {
        List<Comparison> comparisons = new ArrayList<>();
        List<OutcomeDefinition.Comparison> asked = question.definition().compare();
        boolean showP = Chosen.showP(question, cohort);
        if (asked.isEmpty() || asked.contains(OutcomeDefinition.Comparison.LOG_RANK)) {
            comparisons.addAll(new LogRankTests(cohort, curves, showP).comparisons());
        }
        if (asked.contains(OutcomeDefinition.Comparison.COX)) {
            comparisons.addAll(
                    new HazardRatios(cohort, "Cox", this::coxRows, question.eachDose(), showP).comparisons());
        }
        return List.copyOf(comparisons);
    }

    private List<CoxObservation> coxRows(Stratum stratum, List<Double> covariates) {
        return curves.rows(stratum).stream()
                .map(row -> new CoxObservation(row.observation(), covariates, row.subject()))
                .toList();
    }

    @Override
    public String method() {
        return "median time in days by Kaplan-Meier, log-log 95 % interval"
                + (question.eachDose() ? "; from each dose to the next, variance clustered by subject" : "");
    }

    /** Half years, the end of the window and τ, as far as the curve goes. */
    private List<Double> times(KaplanMeier curve) {
        NavigableSet<Double> times = HalfYears.upTo(
                curve.rows().isEmpty() ? 0 : curve.rows().getLast().time());
        if (curves.end() > 0) {
            times.add((double) curves.end());
        }
        if (question.definition().tau() != null) {
            times.add(tau);
        }
        return List.copyOf(times);
    }

    /** As defined; else the latest time at which the curve of every group is known. */
    private double tau() {
        Period defined = question.definition().tau();
        if (defined != null) {
            return defined.getYears() * 365.25 + defined.getMonths() * MONTH + defined.getDays();
        }
        List<SurvivalRow> ends = cohort.strata().stream()
                .map(stratum -> curves.kaplanMeier(curves.rows(stratum)).rows())
                .filter(rows -> !rows.isEmpty())
                .map(List::getLast)
                .toList();
        OptionalDouble known = ends.stream()
                .filter(row -> row.estimate() > 0)
                .mapToDouble(SurvivalRow::time)
                .min();
        return known.orElse(ends.stream().mapToDouble(SurvivalRow::time).max().orElse(0));
    }

    private static Incidence incidence(List<Curves.Row> rows) {
        AalenJohansen competing = Curves.incidence(rows);
        return competing.eventBy(competing.rows().getLast().time());
    }
}
