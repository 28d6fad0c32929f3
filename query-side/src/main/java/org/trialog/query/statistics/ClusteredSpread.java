package org.trialog.query.statistics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.util.FastMath;

/**
 * The infinitesimal jackknife with the influences summed by subject. An observation's influence on S falls at each
 * row by the factor 1 − d/n and by S(t−)·(dN − Y·d/n)/n, where dN is its event and Y whether it is at risk.
 */
final class ClusteredSpread implements SurvivalSpread {

    private static final String ONE_SUBJECT = "only one subject";

    /** By subject, by row. */
    private final double[][] influences;

    ClusteredSpread(List<RiskSets.At> sets, List<Observation> observations, List<String> subjects) {
        if (subjects.size() != observations.size()) {
            throw new IllegalArgumentException(
                    observations.size() + " observations of " + subjects.size() + " stated subjects");
        }
        Map<String, double[]> bySubject = new LinkedHashMap<>();
        for (int i = 0; i < subjects.size(); i++) {
            double[] sum = bySubject.computeIfAbsent(subjects.get(i), _ -> new double[sets.size()]);
            add(sum, observations.get(i), sets);
        }
        influences = bySubject.values().toArray(double[][]::new);
    }

    private static void add(double[] sum, Observation observation, List<RiskSets.At> sets) {
        double survival = 1;
        double influence = 0;
        for (int j = 0; j < sum.length; j++) {
            RiskSets.At set = sets.get(j);
            double hazard = (double) set.failed() / set.atRisk();
            double residual = observation.atRisk(set.time()) ? -hazard : 0;
            if (observation.failed() && observation.time() == set.time()) {
                residual += 1;
            }
            influence = influence * (1 - hazard) - survival * residual / set.atRisk();
            survival *= 1 - hazard;
            sum[j] += influence;
        }
    }

    @Override
    public Estimate standardError(int row, double survival) {
        double variance = 0;
        for (double[] influence : influences) {
            variance += influence[row] * influence[row];
        }
        return root(variance);
    }

    @Override
    public Estimate areaStandardError(List<SurvivalRow> rows, double[] widths) {
        double variance = 0;
        for (double[] influence : influences) {
            double area = 0;
            for (int i = 0; i < widths.length; i++) {
                area += influence[i] * widths[i];
            }
            variance += area * area;
        }
        return root(variance);
    }

    private Estimate root(double variance) {
        return influences.length < 2 ? Estimate.none(ONE_SUBJECT) : Estimate.of(FastMath.sqrt(variance));
    }
}
