package org.trialog.query.statistics;

import java.util.List;
import org.hipparchus.util.FastMath;

/**
 * Covariates brought to mean 0 and standard deviation 1, so that one tolerance suits them all whatever their units.
 *
 * @param constant the name of a covariate that does not vary, empty if all do
 */
record Standardised(List<double[]> rows, List<Double> scales, String constant) {

    static Standardised of(List<String> names, List<List<Double>> covariates) {
        List<double[]> rows = covariates.stream()
                .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
                .toList();
        if (rows.stream().anyMatch(row -> row.length != names.size())) {
            throw new IllegalArgumentException("Each row needs " + names.size() + " covariates: " + names);
        }
        Double[] scales = new Double[names.size()];
        String constant = "";
        for (int j = 0; j < scales.length; j++) {
            scales[j] = standardise(rows, j);
            if (scales[j] == 0 && constant.isEmpty()) {
                constant = names.get(j);
            }
        }
        return new Standardised(rows, List.of(scales), constant);
    }

    double scale(int column) {
        return scales.get(column);
    }

    private static double standardise(List<double[]> rows, int column) {
        double sum = 0;
        for (double[] row : rows) {
            sum += row[column];
        }
        double mean = sum / rows.size();
        double squares = 0;
        for (double[] row : rows) {
            row[column] -= mean;
            squares += row[column] * row[column];
        }
        double scale = rows.isEmpty() ? 0 : FastMath.sqrt(squares / rows.size());
        if (scale <= FastMath.abs(mean) * 1e-12) {
            return 0;
        }
        for (double[] row : rows) {
            row[column] /= scale;
        }
        return scale;
    }
}
