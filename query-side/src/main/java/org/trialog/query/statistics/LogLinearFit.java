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

    private final List<RateObservation> rows;
    private final RealMatrix design;
    private final List<Double> scales;

    LogLinearFit(List<RateObservation> rows) {
        this.rows = rows;
        int width = rows.isEmpty() ? 1 : rows.getFirst().covariates().size() + 1;
        double[][] x = new double[rows.size()][width];
        Double[] rootMeanSquares = new Double[width];
        for (int j = 0; j < width; j++) {
            double squares = 0;
            for (int i = 0; i < x.length; i++) {
                x[i][j] = j == 0 ? 1 : rows.get(i).covariates().get(j - 1);
                squares += x[i][j] * x[i][j];
            }
            rootMeanSquares[j] = squares > 0 ? FastMath.sqrt(squares / x.length) : 1.0;
            for (double[] row : x) {
                row[j] /= rootMeanSquares[j];
            }
        }
        scales = List.of(rootMeanSquares);
        design = x.length == 0 ? MatrixUtils.createRealMatrix(1, width) : MatrixUtils.createRealMatrix(x);
    }

    /** Why no fit should be tried, if so. */
    Optional<String> obstacle() {
        if (rows.stream().allMatch(row -> row.events() == 0)) {
            return Optional.of("no events");
        }
        RealMatrix products = design.transposeMultiply(design).scalarMultiply(1.0 / rows.size());
        return new QRDecomposition(products, SINGULAR).getSolver().isNonSingular()
                ? Optional.empty()
                : Optional.of("a covariate does not vary, or follows from the others");
    }

    /** Empty if it does not converge. */
    Optional<Point> fit(Weighting weighting) {
        double[] linear = rows.stream()
                .mapToDouble(row -> FastMath.log(row.events() + 0.1))
                .toArray();
        RealVector beta = new ArrayRealVector(scales.size());
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            RealMatrix products = MatrixUtils.createRealMatrix(scales.size(), scales.size());
            RealVector right = new ArrayRealVector(scales.size());
            for (int i = 0; i < linear.length; i++) {
                double mean = FastMath.exp(linear[i]);
                double working = linear[i]
                        - FastMath.log(rows.get(i).personTime())
                        + (rows.get(i).events() - mean) / mean;
                RealVector row = design.getRowVector(i);
                double weight = weighting.of(mean);
                products = products.add(row.outerProduct(row).scalarMultiply(weight));
                right = right.add(row.mapMultiply(weight * working));
            }
            DecompositionSolver solver =
                    new QRDecomposition(products, SINGULAR * FastMath.max(1e-3, products.getNorm1())).getSolver();
            if (!solver.isNonSingular()) {
                return Optional.empty();
            }
            RealVector next = solver.solve(right);
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
        double[] linear = design.operate(beta).toArray();
        for (int i = 0; i < linear.length; i++) {
            linear[i] += FastMath.log(rows.get(i).personTime());
        }
        return linear;
    }

    private List<Double> means(RealVector beta) {
        return Arrays.stream(linear(beta)).map(FastMath::exp).boxed().toList();
    }
}
