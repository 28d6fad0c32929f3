package org.trialog.query.overview;

import java.util.Collection;
import org.hipparchus.stat.descriptive.moment.Mean;
import org.hipparchus.stat.descriptive.moment.StandardDeviation;
import org.trialog.query.statistics.Estimate;
import org.trialog.query.statistics.Quantiles;

/**
 * A number over several subjects or doses.
 *
 * @param n how many there are
 * @param missing how many of them would have one and have none
 * @param standardDeviation with n − 1 (R: {@code sd}); quartiles are of type 7 (R: {@code quantile})
 */
public record Summary(
        int n,
        int missing,
        Estimate mean,
        Estimate standardDeviation,
        Estimate minimum,
        Estimate lowerQuartile,
        Estimate median,
        Estimate upperQuartile,
        Estimate maximum) {

    static Summary of(Collection<Double> values, int missing) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        Quantiles quantiles = Quantiles.of(values);
        return new Summary(
                sorted.length,
                missing,
                sorted.length == 0 ? Estimate.none("no values") : Estimate.of(new Mean().evaluate(sorted)),
                sorted.length < 2
                        ? Estimate.none("fewer than two values")
                        : Estimate.of(new StandardDeviation().evaluate(sorted)),
                quantiles.at(0),
                quantiles.at(0.25),
                quantiles.median(),
                quantiles.at(0.75),
                quantiles.at(1));
    }
}
