package org.trialog.query.outcome.kind;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.trialog.query.outcome.figure.Comparison;
import org.trialog.query.statistics.Coefficient;
import org.trialog.query.statistics.CoxFit;
import org.trialog.query.statistics.CoxModel;
import org.trialog.query.statistics.CoxObservation;
import org.trialog.query.statistics.Estimate;
import org.trialog.query.statistics.Interval;
import org.trialog.query.statistics.Ratio;

/** Hazard ratios of every group against the first, by one Cox model over all groups that were at risk. */
record HazardRatios(Cohort cohort, Curves curves, boolean clustered) {

    private static final String METHOD = "Cox, Efron ties";

    List<Comparison> comparisons() {
        String reference = cohort.strata().getFirst().name();
        List<Stratum> others = cohort.strata().stream()
                .skip(1)
                .filter(stratum -> !stratum.members().isEmpty())
                .toList();
        List<Comparison> comparisons = new ArrayList<>();
        CoxFit fit = fit(others);
        for (Stratum stratum : cohort.strata().subList(1, cohort.strata().size())) {
            comparisons.add(
                    switch (fit) {
                        case CoxFit.NotFitted(String reason) -> none(stratum.name(), reference, reason);
                        case CoxFit.Fitted fitted ->
                            fitted.coefficients().stream()
                                    .filter(one -> one.name().equals(stratum.name()))
                                    .findFirst()
                                    .map(one -> of(one, reference, fitted.method()))
                                    .orElseGet(() -> none(stratum.name(), reference, "nobody was at risk"));
                    });
        }
        return comparisons;
    }

    private CoxFit fit(List<Stratum> others) {
        if (others.isEmpty() || cohort.strata().getFirst().members().isEmpty()) {
            return new CoxFit.NotFitted("nobody was at risk in one of the groups");
        }
        List<CoxObservation> rows = new ArrayList<>();
        addRows(cohort.strata().getFirst(), Collections.nCopies(others.size(), 0.0), rows);
        for (int i = 0; i < others.size(); i++) {
            List<Double> indicator = new ArrayList<>(Collections.nCopies(others.size(), 0.0));
            indicator.set(i, 1.0);
            addRows(others.get(i), indicator, rows);
        }
        List<String> names = others.stream().map(Stratum::name).toList();
        return clustered ? CoxModel.fitClustered(names, rows) : CoxModel.fit(names, rows);
    }

    private void addRows(Stratum stratum, List<Double> indicator, List<CoxObservation> rows) {
        curves.rows(stratum).forEach(row -> rows.add(new CoxObservation(row.observation(), indicator, row.subject())));
    }

    private static Comparison of(Coefficient one, String reference, String method) {
        return new Comparison.Contrast(one.name(), reference, method, one.ratio(), Estimate.of(one.p()), null);
    }

    private static Comparison none(String group, String reference, String reason) {
        Estimate none = Estimate.none(reason);
        Ratio ratio = new Ratio(none, new Interval(none, none, METHOD), none, none);
        return new Comparison.Contrast(group, reference, METHOD, ratio, none, null);
    }
}
