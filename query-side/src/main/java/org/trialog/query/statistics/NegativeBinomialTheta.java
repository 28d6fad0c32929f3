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

    private static final int STEPS = 40;
    private static final double STEP = 1e-13;

    private final double[] counts;
    private final double[] means;
    private final double[] longerThan;

    NegativeBinomialTheta(List<RateObservation> rows, List<Double> means) {
        this.counts = rows.stream().mapToDouble(RateObservation::events).toArray();
        this.means = means.stream().mapToDouble(Double::doubleValue).toArray();
        this.longerThan = longerThan(rows);
    }

    /** @param near where it may lie, from which Newton's steps start; a number that is not positive if unknown */
    Estimate estimate(double near) {
        if (score(GREATEST) >= 0) {
            return Estimate.none("θ runs away to infinity");
        }
        if (score(LEAST) <= 0) {
            return Estimate.none("θ runs to 0");
        }
        double theta = near > 0 ? near : byMoments();
        for (int i = 0; i < STEPS && theta > LEAST && theta < GREATEST; i++) {
            double next = theta - score(theta) / slope(theta);
            if (FastMath.abs(next - theta) <= STEP * theta) {
                return Estimate.of(next);
            }
            theta = next;
        }
        double log = new BrentSolver(1e-15, 1e-15, 1e-300)
                .solve(200, x -> score(FastMath.exp(x)), FastMath.log(LEAST), FastMath.log(GREATEST));
        return Estimate.of(FastMath.exp(log));
    }

    private double byMoments() {
        double squares = 0;
        for (int i = 0; i < counts.length; i++) {
            double residual = counts[i] / means[i] - 1;
            squares += residual * residual;
        }
        return counts.length / squares;
    }

    private double score(double theta) {
        double score = 0;
        for (int j = 0; j < longerThan.length; j++) {
            score += longerThan[j] / (theta + j);
        }
        for (int i = 0; i < counts.length; i++) {
            score += (means[i] - counts[i]) / (means[i] + theta) - FastMath.log1p(means[i] / theta);
        }
        return score;
    }

    private double slope(double theta) {
        double slope = 0;
        for (int j = 0; j < longerThan.length; j++) {
            slope -= longerThan[j] / ((theta + j) * (theta + j));
        }
        for (int i = 0; i < counts.length; i++) {
            double sum = means[i] + theta;
            slope += means[i] / (theta * sum) - (means[i] - counts[i]) / (sum * sum);
        }
        return slope;
    }

    /** How many counts are greater than j, for each j: what all of them share is summed once. */
    private static double[] longerThan(List<RateObservation> rows) {
        long most = rows.stream().mapToLong(RateObservation::events).max().orElse(0);
        double[] longer = new double[Math.toIntExact(most)];
        for (RateObservation row : rows) {
            if (row.events() > 0) {
                longer[Math.toIntExact(row.events() - 1)]++;
            }
        }
        for (int j = longer.length - 2; j >= 0; j--) {
            longer[j] += longer[j + 1];
        }
        return longer;
    }
}
