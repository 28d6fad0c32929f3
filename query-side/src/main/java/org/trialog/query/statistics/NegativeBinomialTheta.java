package org.trialog.query.statistics;

import java.util.List;
import org.hipparchus.analysis.solvers.BrentSolver;
import org.hipparchus.util.FastMath;

/**
 * The maximum likelihood θ of counts with given means: the zero of the score
 * Σ [Σ_{j<y} 1/(θ+j) − log(1 + μ/θ) + (μ − y)/(μ + θ)]. R: {@code MASS::theta.ml}.
 */
final class NegativeBinomialTheta {

    private static final double LEAST = 1e-8;

    /** Beyond it the variance μ + μ²/θ is Poisson's to any practical precision. */
    private static final double GREATEST = 1e6;

    private final List<RateObservation> rows;
    private final List<Double> means;

    NegativeBinomialTheta(List<RateObservation> rows, List<Double> means) {
        this.rows = rows;
        this.means = means;
    }

    Estimate estimate() {
        if (score(GREATEST) >= 0) {
            return Estimate.none("θ runs away to infinity");
        }
        if (score(LEAST) <= 0) {
            return Estimate.none("θ runs to 0");
        }
        double log = new BrentSolver(1e-15, 1e-15, 1e-300)
                .solve(200, x -> score(FastMath.exp(x)), FastMath.log(LEAST), FastMath.log(GREATEST));
        return Estimate.of(FastMath.exp(log));
    }

    private double score(double theta) {
        double score = 0;
        for (int i = 0; i < rows.size(); i++) {
            long y = rows.get(i).events();
            double mean = means.get(i);
            for (long j = 0; j < y; j++) {
                score += 1 / (theta + j);
            }
            score += (mean - y) / (mean + theta) - FastMath.log1p(mean / theta);
        }
        return score;
    }
}
