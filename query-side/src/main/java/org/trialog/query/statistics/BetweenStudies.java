package org.trialog.query.statistics;

import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BrentSolver;

/**
 * Estimators of τ², the variance of the true effects between studies. None is negative. R: {@code metafor::rma}.
 */
public enum BetweenStudies {

    /** (Q − (k − 1))/(Σw − Σw²/Σw), w = 1/v (DerSimonian and Laird 1986). */
    DERSIMONIAN_LAIRD("DerSimonian-Laird") {
        @Override
        double variance(WeightedMean fixed) {
            return Math.max(0.0, (fixed.deviance() - fixed.freedom()) / fixed.spread());
        }
    },

    /** The root of the restricted likelihood's score: Σw²(y − μ)² = Σw − Σw²/Σw, w = 1/(v + τ²). */
    RESTRICTED_MAXIMUM_LIKELIHOOD("restricted maximum likelihood") {
        @Override
        double variance(WeightedMean fixed) {
            return root(fixed, at -> at.squaredDeviance() - at.spread());
        }
    },

    /** The τ² at which the generalised Q is k − 1 (Paule and Mandel 1982). */
    PAULE_MANDEL("Paule-Mandel") {
        @Override
        double variance(WeightedMean fixed) {
            return root(fixed, at -> at.deviance() - at.freedom());
        }
    };

    private static final double TOLERANCE = 1e-15;
    private static final int EVALUATIONS = 1_000;

    private final String title;

    BetweenStudies(String title) {
        this.title = title;
    }

    /** As it is shown beside the figure. */
    public String title() {
        return title;
    }

    /** @param fixed the mean with τ² = 0; of two studies at least */
    abstract double variance(WeightedMean fixed);

    /** What an estimator sets to zero: positive below τ², negative above. */
    private interface Score {
        double at(WeightedMean mean);
    }

    private static double root(WeightedMean fixed, Score score) {
        UnivariateFunction f = tau2 -> score.at(fixed.between(tau2));
        if (f.value(0.0) <= 0) {
            return 0.0;
        }
        double above = fixed.spreadOfEffects();
        while (f.value(above) > 0) {
            above *= 2.0;
        }
        return new BrentSolver(TOLERANCE, TOLERANCE * above, 0.0).solve(EVALUATIONS, f, 0.0, above);
    }
}
