package org.trialog.query.statistics;

import java.util.List;
import org.hipparchus.util.FastMath;

/** Greenwood's variance: every observation is independent of the others. */
final class GreenwoodSpread implements SurvivalSpread {

    private final double[] increments;
    private final double[] sums;

    GreenwoodSpread(List<RiskSets.At> sets) {
        increments = new double[sets.size()];
        sums = new double[sets.size()];
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            double n = sets.get(i).atRisk();
            double d = sets.get(i).failed();
            // Where all at risk fail, what follows has no area, so the increment is of no consequence.
            increments[i] = n == d ? 0 : d / (n * (n - d));
            sum += increments[i];
            sums[i] = sum;
        }
    }

    @Override
    public Estimate standardError(int row, double survival) {
        return Estimate.of(survival * FastMath.sqrt(sums[row]));
    }

    @Override
    public Estimate areaStandardError(List<SurvivalRow> rows, double[] widths) {
        double area = 0;
        double variance = 0;
        for (int i = widths.length - 1; i >= 0; i--) {
            area += rows.get(i).estimate() * widths[i];
            variance += area * area * increments[i];
        }
        return Estimate.of(FastMath.sqrt(variance));
    }
}
