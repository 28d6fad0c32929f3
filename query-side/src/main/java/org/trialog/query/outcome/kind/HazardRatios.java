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

/**
 * Hazard ratios of every group against the first, by one Cox model over all groups that were at risk.
 *
 * @param model what it is called
 */
record HazardRatios(Cohort cohort, String model, Rows rows, boolean clustered, boolean showP) {

    /** The rows of a group, all with the same covariates. */
    interface Rows {
        List<CoxObservation> of(Stratum stratum, List<Double> covariates);
    }

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
                                    .map(one -> of(one, reference))
                                    .orElseGet(() -> none(stratum.name(), reference, "nobody was at risk"));
                    });
        }
        return comparisons;
    }

    private CoxFit fit(List<Stratum> others) {
        if (others.isEmpty() || cohort.strata().getFirst().members().isEmpty()) {
            return new CoxFit.NotFitted("nobody was at risk in one of the groups");
        }
        List<CoxObservation> all = new ArrayList<>();
        all.addAll(rows.of(cohort.strata().getFirst(), Collections.nCopies(others.size(), 0.0)));
        for (int i = 0; i < others.size(); i++) {
            List<Double> indicator = new ArrayList<>(Collections.nCopies(others.size(), 0.0));
            indicator.set(i, 1.0);
            all.addAll(rows.of(others.get(i), indicator));
        }
        List<String> names = others.stream().map(Stratum::name).toList();
        return clustered ? CoxModel.fitClustered(names, all) : CoxModel.fit(names, all);
    }

    private Comparison of(Coefficient one, String reference) {
        return contrast(one.name(), reference, one.ratio(), Estimate.of(one.p()));
    }

    private Comparison none(String group, String reference, String reason) {
        Estimate none = Estimate.none(reason);
        return contrast(group, reference, new Ratio(none, new Interval(none, none, model), none, none), none);
    }

    private Comparison contrast(String group, String reference, Ratio ratio, Estimate p) {
        String method = model + (clustered ? ", Efron ties, sandwich by subject" : ", Efron ties");
        return new Comparison.Contrast(group, reference, method, ratio, showP ? p : null, null);
    }
}
