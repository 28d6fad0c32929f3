package org.trialog.query.outcome.kind;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import org.trialog.events.protocol.OutcomeDefinition.Model;
import org.trialog.query.outcome.figure.Comparison;
import org.trialog.query.outcome.figure.Numbers;
import org.trialog.query.outcome.person.Window;
import org.trialog.query.statistics.AndersenGill;
import org.trialog.query.statistics.CoxObservation;
import org.trialog.query.statistics.CumulativeAt;
import org.trialog.query.statistics.CumulativeRow;
import org.trialog.query.statistics.Estimate;
import org.trialog.query.statistics.MeanCumulativeFunction;
import org.trialog.query.statistics.RecurrentObservation;

/**
 * How many events a subject has had on average, by days from the anchor: with death as the definition takes it, and beside
 * it as it does not. Groups are compared by an Andersen-Gill model if the definition asks for it.
 */
final class RecurrentEvents implements Answer {

    private static final String DEATH = "death";
    private static final int FEW = 3;

    private final Question question;
    private final Cohort cohort;
    private final Curves curves;
    private final Recurrences recurrences;
    private final boolean terminal;
    private final int tolerance;

    RecurrentEvents(Question question, Cohort cohort) {
        this.question = question;
        this.cohort = cohort;
        this.curves = Curves.from(question, cohort, Window::anchor);
        this.recurrences = new Recurrences(curves);
        this.terminal = question.definition().terminal().contains(DEATH);
        Period to = question.definition().to();
        this.tolerance = to == null ? 0 : question.toleranceDays(to);
    }

    @Override
    public Part of(Stratum stratum) {
        List<RecurrentObservation> rows = recurrences.rows(stratum);
        MeanCumulativeFunction censoring = MeanCumulativeFunction.of(rows);
        MeanCumulativeFunction withDeath = MeanCumulativeFunction.withDeath(rows);
        MeanCumulativeFunction curve = terminal ? withDeath : censoring;
        CumulativeAt end = end(stratum, curve);
        int deaths = (int) rows.stream().filter(RecurrentObservation::died).count();
        SortedMap<Long, Integer> histogram = new TreeMap<>();
        stratum.members().forEach(member -> histogram.merge(member.events(), 1, Integer::sum));
        return new Part(
                stratum.events(),
                stratum.days(),
                end.estimate(),
                end.interval().lower(),
                end.interval().upper(),
                new Numbers.Recurrent(
                        end,
                        end(stratum, censoring),
                        deaths == 0 && !terminal ? null : end(stratum, withDeath),
                        times(curve.rows()).stream().map(curve::at).toList(),
                        curve.rows(),
                        deaths,
                        histogram),
                warnings(curve, end, deaths));
    }

    @Override
    public Estimate estimate(Stratum stratum) {
        List<RecurrentObservation> rows = recurrences.rows(stratum);
        return end(stratum, terminal ? MeanCumulativeFunction.withDeath(rows) : MeanCumulativeFunction.of(rows))
                .estimate();
    }

    @Override
    public List<Comparison> comparisons() {
        return question.definition().model() == Model.ANDERSEN_GILL
                ? new HazardRatios(cohort, "Andersen-Gill", this::modelRows, true, Chosen.showP(question, cohort))
                        .comparisons()
                : List.of();
    }

    @Override
    public String method() {
        return "mean number of events by "
                + (toWindowsEnd() ? "the end of the window" : "the last day at risk")
                + (terminal
                        ? ", Ghosh-Lin with death as the end of all events"
                        : ", mean cumulative function with death as censoring")
                + ", standard error robust by subject; log 95 % interval (without events exact Poisson, of those at"
                + " risk)"
                + (question.eachDose() ? "; from each dose to the next" : "");
    }

    private List<CoxObservation> modelRows(Stratum stratum, List<Double> covariates) {
        return recurrences.rows(stratum).stream()
                .flatMap(row -> AndersenGill.rows(row, covariates).stream())
                .toList();
    }

    private boolean toWindowsEnd() {
        return question.definition().to() != null;
    }

    /** The curve at the end of the window, where anybody was observed to it; without one, at the last day at risk. */
    private CumulativeAt end(Stratum stratum, MeanCumulativeFunction curve) {
        CumulativeAt last = curve.atEnd();
        boolean observed = stratum.members().stream()
                .flatMap(member -> member.exposures().stream())
                .anyMatch(exposure -> exposure.reachesEnd(tolerance));
        return !toWindowsEnd() || observed || curve.rows().isEmpty() ? last : curve.at((double) curves.end());
    }

    private List<String> warnings(MeanCumulativeFunction curve, CumulativeAt end, int deaths) {
        List<String> warnings = new ArrayList<>(curve.warnings());
        if (end.atRisk() < FEW && !curve.rows().isEmpty()) {
            warnings.add("fewer than " + FEW + " at risk at the end: " + end.atRisk());
        }
        if (deaths > 0) {
            warnings.add(
                    terminal
                            ? deaths
                                    + " died: Ghosh-Lin counts no events after death; the mean cumulative function"
                                    + " beside it takes death as censoring"
                            : deaths + " died: taken as censoring, as if events would have gone on; Ghosh-Lin stands"
                                    + " beside");
        }
        return warnings;
    }

    /** Half years and the end of the window, as far as the curve goes. */
    private List<Double> times(List<CumulativeRow> rows) {
        double last = rows.isEmpty() ? 0 : rows.getLast().time();
        NavigableSet<Double> times = HalfYears.upTo(last);
        if (curves.end() > 0 && curves.end() <= last) {
            times.add((double) curves.end());
        }
        return List.copyOf(times);
    }
}
