package org.trialog.query.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.util.FastMath;

/**
 * Iteratively reweighted least squares for log μ = Xβ + log(person-time), run to steps below 1e-12. Columns are scaled
 * to root mean square 1 meanwhile, so that one tolerance suits all units.
 */
final class LogLinearFit {

    private static final int ITERATIONS = 100;
    private static final double STEP = 1e-12;
    private static final double SINGULAR = 1e-10;

    /** Variance μ + μ²/θ; an infinite θ is Poisson's. */
    record Weighting(double theta) {
        static final Weighting POISSON = new Weighting(Double.POSITIVE_INFINITY);

        double of(double mean) {
            return mean / (1 + mean / theta);
        }
    }

    /** Where the iteration ended; means are on the scale of the counts. */
    record Point(RealVector scaled, RealMatrix covariance, List<Double> scales, List<Double> means) {
        double coefficient(int j) {
            return scaled.getEntry(j) / scales.get(j);
        }

        double standardError(int j) {
            return FastMath.sqrt(covariance.getEntry(j, j)) / scales.get(j);
        }

        Estimate dispersion(List<RateObservation> rows) {
            int degreesOfFreedom = rows.size() - scales.size();
            if (degreesOfFreedom < 1) {
                return Estimate.none("as many coefficients as rows");
            }
            double chiSquare = 0;
            for (int i = 0; i < rows.size(); i++) {
                double residual = rows.get(i).events() - means.get(i);
                chiSquare += residual * residual / means.get(i);
            }
            return Estimate.of(chiSquare / degreesOfFreedom);
        }
    }

    private final int width;
    private final double[] counts;
    private final double[] offsets;
    private final double[][] design;
    private final List<Double> scales;

    LogLinearFit(List<RateObservation> rows) {
        width = rows.isEmpty() ? 1 : rows.getFirst().covariates().size() + 1;
        counts = rows.stream().mapToDouble(RateObservation::events).toArray();
        offsets =
                rows.stream().mapToDouble(row -> FastMath.log(row.personTime())).toArray();
        design = new double[rows.size()][width];
        Double[] rootMeanSquares = new Double[width];
        for (int j = 0; j < width; j++) {
            double squares = 0;
            for (int i = 0; i < design.length; i++) {
                design[i][j] = j == 0 ? 1 : rows.get(i).covariates().get(j - 1);
                squares += design[i][j] * design[i][j];
            }
            rootMeanSquares[j] = squares > 0 ? FastMath.sqrt(squares / design.length) : 1.0;
            for (double[] row : design) {
                row[j] /= rootMeanSquares[j];
            }
        }
        scales = List.of(rootMeanSquares);
    }

    /** Why no fit should be tried, if so. */
    Optional<String> obstacle() {
        if (Arrays.stream(counts).allMatch(count -> count == 0)) {
            return Optional.of("no events");
        }
        Normal equations = new Normal();
        for (double[] row : design) {
            equations.add(row, 1.0 / design.length, 0);
        }
        return new QRDecomposition(equations.products(), SINGULAR).getSolver().isNonSingular()
                ? Optional.empty()
                : Optional.of("a covariate does not vary, or follows from the others");
    }

    /** From the counts themselves; empty if it does not converge. */
    Optional<Point> fit(Weighting weighting) {
        double[] linear =
                Arrays.stream(counts).map(count -> FastMath.log(count + 0.1)).toArray();
        return fit(weighting, linear);
    }

    /** The same from where another fit ended. */
    Optional<Point> fit(Weighting weighting, Point from) {
        return fit(weighting, linear(from.scaled()));
    }

    private Optional<Point> fit(Weighting weighting, double[] from) {
        double[] linear = from;
        RealVector beta = new ArrayRealVector(width);
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            Normal equations = new Normal();
            for (int i = 0; i < linear.length; i++) {
                double mean = FastMath.exp(linear[i]);
                double working = linear[i] - offsets[i] + (counts[i] - mean) / mean;
                equations.add(design[i], weighting.of(mean), working);
            }
            RealMatrix products = equations.products();
            DecompositionSolver solver =
                    new QRDecomposition(products, SINGULAR * FastMath.max(1e-3, products.getNorm1())).getSolver();
            if (!solver.isNonSingular()) {
                return Optional.empty();
            }
            RealVector next = solver.solve(new ArrayRealVector(equations.right, false));
            boolean converged = iteration > 0 && next.subtract(beta).getLInfNorm() <= STEP * (1 + next.getLInfNorm());
            if (converged) {
                return Optional.of(new Point(next, solver.getInverse(), scales, means(next)));
            }
            beta = next;
            linear = linear(beta);
        }
        return Optional.empty();
    }

    private double[] linear(RealVector beta) {
        double[] coefficients = beta.toArray();
        double[] linear = offsets.clone();
        for (int i = 0; i < linear.length; i++) {
            double sum = 0;
            for (int j = 0; j < width; j++) {
                sum += design[i][j] * coefficients[j];
            }
            linear[i] += sum;
        }
        return linear;
    }

    private List<Double> means(RealVector beta) {
        return Arrays.stream(linear(beta)).map(FastMath::exp).boxed().toList();
    }

    /** The weighted normal equations, summed row by row. */
    private final class Normal {
        private final double[][] products = new double[width][width];
        private final double[] right = new double[width];

        void add(double[] row, double weight, double value) {
            for (int j = 0; j < width; j++) {
                double weighted = weight * row[j];
                right[j] += weighted * value;
                for (int k = 0; k < width; k++) {
                    products[j][k] += weighted * row[k];
                }
            }
        }

        RealMatrix products() {
            return MatrixUtils.createRealMatrix(products);
        }
    }
}
