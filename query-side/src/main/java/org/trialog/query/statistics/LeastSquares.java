package org.trialog.query.statistics;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.util.FastMath;

/**
 * Ordinary least squares y = Xβ + ε with an intercept, by QR, with Student's intervals on n − p degrees of freedom.
 * R: {@code lm}.
 */
public sealed interface LeastSquares {

    /** @param coefficients of the covariates, in their order; without the intercept */
    record Fitted(List<LinearCoefficient> coefficients, int n, int degreesOfFreedom) implements LeastSquares {
        public Fitted {
            coefficients = List.copyOf(coefficients);
        }
    }

    /** There is no fit, and why. */
    record NotFitted(String reason) implements LeastSquares {}

    /** One observation. */
    record Row(double y, List<Double> covariates) {
        public Row {
            covariates = List.copyOf(covariates);
        }
    }

    /** @param names of the covariates of each row */
    static LeastSquares of(List<String> names, List<Row> rows) {
        int freedom = rows.size() - names.size() - 1;
        if (freedom < 1) {
            return new NotFitted("too few values for the model: " + rows.size() + " of at least " + (names.size() + 2));
        }
        Standardised columns =
                Standardised.of(names, rows.stream().map(Row::covariates).toList());
        if (!columns.constant().isEmpty()) {
            return new NotFitted(columns.constant() + " does not vary");
        }
        RealMatrix design = MatrixUtils.createRealMatrix(rows.size(), names.size() + 1);
        RealVector y = new ArrayRealVector(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            design.setEntry(i, 0, 1);
            for (int j = 0; j < names.size(); j++) {
                design.setEntry(i, j + 1, columns.rows().get(i)[j]);
            }
            y.setEntry(i, rows.get(i).y());
        }
        return solve(names, columns, design, y, freedom);
    }

    private static LeastSquares solve(
            List<String> names, Standardised columns, RealMatrix design, RealVector y, int freedom) {
        DecompositionSolver solver = new QRDecomposition(design, 1e-10).getSolver();
        if (!solver.isNonSingular()) {
            return new NotFitted("the covariates say the same of every subject");
        }
        RealVector beta = solver.solve(y);
        RealVector residuals = y.subtract(design.operate(beta));
        double spread = residuals.dotProduct(residuals);
        if (spread <= 1e-24 * y.dotProduct(y)) {
            return new NotFitted("the values leave no spread around the model");
        }
        RealMatrix inverse = solver.getInverse();
        RealMatrix covariance = inverse.multiplyTransposed(inverse).scalarMultiply(spread / freedom);
        List<LinearCoefficient> coefficients = new ArrayList<>();
        for (int j = 0; j < names.size(); j++) {
            double scale = columns.scale(j);
            coefficients.add(LinearCoefficient.of(
                    names.get(j),
                    beta.getEntry(j + 1) / scale,
                    FastMath.sqrt(covariance.getEntry(j + 1, j + 1)) / scale,
                    freedom));
        }
        return new Fitted(coefficients, y.getDimension(), freedom);
    }
}
