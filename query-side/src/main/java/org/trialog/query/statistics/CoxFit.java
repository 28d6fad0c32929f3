package org.trialog.query.statistics;

import java.util.List;

/** What became of a Cox model. */
public sealed interface CoxFit {

    /**
     * A fit that converged.
     *
     * @param coefficients in the order of the covariates; {@code ratio} is the hazard ratio
     * @param logLikelihood the partial one at the estimate; {@code nullLogLikelihood} at coefficients of 0
     * @param likelihoodRatio twice their difference; {@code p} its chi-square p, with as many degrees as coefficients
     */
    record Fitted(
            int rows,
            int events,
            List<Coefficient> coefficients,
            double nullLogLikelihood,
            double logLikelihood,
            double likelihoodRatio,
            double p,
            String method)
            implements CoxFit {}

    /** A model whose coefficients the data do not determine. */
    record NotFitted(String reason) implements CoxFit {}
}
