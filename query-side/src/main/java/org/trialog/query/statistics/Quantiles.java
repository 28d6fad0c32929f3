package org.trialog.query.statistics;

import java.util.Arrays;
import java.util.Collection;
import org.hipparchus.util.FastMath;

/**
 * Sample quantiles of R's type 7 (Hyndman and Fan 1996; R: {@code quantile(x, p)}): the linear interpolation at
 * position (n − 1)·p of the sorted values.
 */
public final class Quantiles {

    private final double[] sorted;

    private Quantiles(double[] sorted) {
        this.sorted = sorted;
    }

    public static Quantiles of(Collection<? extends Number> values) {
        double[] sorted = values.stream().mapToDouble(Number::doubleValue).toArray();
        Arrays.sort(sorted);
        return new Quantiles(sorted);
    }

    public Estimate median() {
        return at(0.5);
    }

    /** @param p from 0, the smallest value, to 1, the greatest */
    public Estimate at(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("No quantile at " + p);
        }
        if (sorted.length == 0) {
            return Estimate.none("no values");
        }
        double position = (sorted.length - 1) * p;
        int below = (int) FastMath.floor(position);
        int above = (int) FastMath.ceil(position);
        return Estimate.of(sorted[below] + (position - below) * (sorted[above] - sorted[below]));
    }
}
