package org.trialog.query.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.util.FastMath;

/**
 * Cox's partial likelihood with Efron's treatment of ties: of d events on one day, the l-th (from 0) is taken from the
 * risk set with the d weighted by 1 − l/d.
 */
final class EfronLikelihood {

    record Point(double logLikelihood, RealVector score, RealMatrix information) {}

    private final List<double[]> covariates;
    private final int width;
    private final List<Day> days = new ArrayList<>();

    EfronLikelihood(List<Observation> observations, Standardised columns) {
        this.covariates = columns.rows();
        this.width = columns.scales().size();
        for (RiskSets.At set : RiskSets.of(observations)) {
            if (set.failed() > 0) {
                days.add(new Day(set.time(), observations));
            }
        }
    }

    int events() {
        return days.stream().mapToInt(day -> day.failed.length).sum();
    }

    Point at(RealVector beta) {
        double[] weights = weights(beta);
        double logLikelihood = 0;
        RealVector score = new ArrayRealVector(width);
        RealMatrix information = MatrixUtils.createRealMatrix(width, width);
        for (Day day : days) {
            Moments atRisk = new Moments(day.atRisk, weights);
            Moments failed = new Moments(day.failed, weights);
            for (int i : day.failed) {
                logLikelihood += FastMath.log(weights[i]);
                score = score.add(new ArrayRealVector(covariates.get(i), false));
            }
            for (int l = 0; l < day.failed.length; l++) {
                double share = day.share(l);
                double total = atRisk.total - share * failed.total;
                RealVector mean =
                        atRisk.first.subtract(failed.first.mapMultiply(share)).mapDivide(total);
                RealMatrix square = atRisk.second.subtract(failed.second.scalarMultiply(share));
                logLikelihood -= FastMath.log(total);
                score = score.subtract(mean);
                information = information.add(square.scalarMultiply(1 / total)).subtract(mean.outerProduct(mean));
            }
        }
        return new Point(logLikelihood, score, information);
    }

    /** By row: its part of the score, zero in sum (R: {@code residuals(fit, "score")}). */
    double[][] scoreResiduals(RealVector beta) {
        double[] weights = weights(beta);
        double[][] residuals = new double[covariates.size()][width];
        for (Day day : days) {
            Moments atRisk = new Moments(day.atRisk, weights);
            Moments failed = new Moments(day.failed, weights);
            int tied = day.failed.length;
            for (int l = 0; l < tied; l++) {
                double share = day.share(l);
                double total = atRisk.total - share * failed.total;
                double[] mean = atRisk.first
                        .subtract(failed.first.mapMultiply(share))
                        .mapDivide(total)
                        .toArray();
                for (int i : day.atRisk) {
                    addDistance(residuals[i], covariates.get(i), mean, -weights[i] / total);
                }
                for (int i : day.failed) {
                    addDistance(residuals[i], covariates.get(i), mean, share * weights[i] / total + 1.0 / tied);
                }
            }
        }
        return residuals;
    }

    private static void addDistance(double[] residual, double[] row, double[] mean, double factor) {
        for (int j = 0; j < residual.length; j++) {
            residual[j] += factor * (row[j] - mean[j]);
        }
    }

    private double[] weights(RealVector beta) {
        double[] weights = new double[covariates.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = FastMath.exp(beta.dotProduct(new ArrayRealVector(covariates.get(i), false)));
        }
        return weights;
    }

    /** Row numbers of those at risk on a day and, among them, of those whose event it was. */
    private static final class Day {
        private final int[] atRisk;
        private final int[] failed;

        private Day(double time, List<Observation> observations) {
            atRisk = IntStream.range(0, observations.size())
                    .filter(i -> observations.get(i).atRisk(time))
                    .toArray();
            failed = IntStream.of(atRisk)
                    .filter(i ->
                            observations.get(i).failed() && observations.get(i).time() == time)
                    .toArray();
        }

        private double share(int l) {
            return (double) l / failed.length;
        }
    }

    private final class Moments {
        private double total;
        private final RealVector first;
        private final RealMatrix second;

        private Moments(int[] members, double[] weights) {
            double[] sums = new double[width];
            double[][] products = new double[width][width];
            for (int i : members) {
                double[] row = covariates.get(i);
                total += weights[i];
                for (int j = 0; j < width; j++) {
                    sums[j] += weights[i] * row[j];
                    for (int k = 0; k < width; k++) {
                        products[j][k] += weights[i] * row[j] * row[k];
                    }
                }
            }
            first = new ArrayRealVector(sums, false);
            second = MatrixUtils.createRealMatrix(products);
        }
    }
}
