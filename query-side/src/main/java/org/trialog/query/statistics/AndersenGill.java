package org.trialog.query.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * Recurrent events in a Cox model (Andersen and Gill 1982): every event counts with all who are at risk, those who had some
 * before included, and standard errors are robust, by subject. R: {@code coxph(Surv(after, time, event) ~ ..., cluster =
 * id)}, which wants one event a row: several of a subject on one day stand one after another within that day.
 */
public final class AndersenGill {

    private AndersenGill() {}

    /** The rows of the model, in order of time; all of them carry the same covariates. */
    public static List<CoxObservation> rows(RecurrentObservation observed, List<Double> covariates) {
        List<CoxObservation> rows = new ArrayList<>();
        int count = Math.max(1, observed.events());
        double after = observed.after();
        for (int left = count - 1; left >= 0; left--) {
            // A row spans half a day at least, so that all of them lie in it.
            double time = observed.time() - left / (2.0 * count);
            Observation atRisk = Observation.split(after, time, observed.events() > 0 ? 1 : 0);
            rows.add(new CoxObservation(atRisk, covariates, observed.subject()));
            after = time;
        }
        return List.copyOf(rows);
    }
}
