package org.trialog.query.statistics;

import java.util.List;
import org.hipparchus.util.FastMath;

/**
 * Mean and variance of a sample, in two passes.
 *
 * @param variance with n − 1; 0 for one value
 */
record Moments(int n, double mean, double variance) {

    /** Squares below the rounding of the values themselves are no spread. */
    private static final double ROUNDING = 1e-26;

    static Moments of(List<Double> values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.size();
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return new Moments(values.size(), mean, values.size() < 2 ? 0 : squares / (values.size() - 1.0));
    }

    boolean varies() {
        return variance > ROUNDING * mean * mean;
    }

    /** The same as one group of a comparison. */
    Means means() {
        return new Means(n, mean, FastMath.sqrt(variance));
    }
}
