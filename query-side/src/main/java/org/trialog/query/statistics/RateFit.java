package org.trialog.query.statistics;

import java.util.List;

/** What became of a regression of rates. */
public sealed interface RateFit {

    /** How the variance of a count with mean μ is taken. */
    enum Model {
        /** μ. */
        POISSON,
        /** φ·μ. */
        QUASI_POISSON,
        /** μ + μ²/θ. */
        NEGATIVE_BINOMIAL
    }

    /**
     * A fit that converged.
     *
     * @param model the one that was fitted, which is Poisson where θ ran away
     * @param coefficients the intercept first, then the covariates in order; {@code ratio} is the rate ratio
     * @param dispersion φ = Pearson's χ²/(n − p) of the fitted means against Poisson's variance, whatever the model
     * @param theta of the negative binomial
     * @param notes what a reader must know, such as why the model is not the one asked for
     */
    record Fitted(Model model, List<Coefficient> coefficients, Estimate dispersion, Estimate theta, List<String> notes)
            implements RateFit {}

    /** A model whose coefficients the data do not determine. */
    record NotFitted(String reason) implements RateFit {}
}
