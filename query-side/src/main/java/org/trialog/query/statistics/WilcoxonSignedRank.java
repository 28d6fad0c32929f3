package org.trialog.query.statistics;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.util.FastMath;

/**
 * The signed-rank test of paired differences (Wilcoxon 1945): V sums the ranks of the positive ones; p is two-sided
 * from the normal distribution, corrected for ties and continuity. Differences of 0 are dropped.
 * R: {@code wilcox.test(differences, exact = FALSE)}.
 *
 * @param differences how many were not 0
 */
public record WilcoxonSignedRank(int differences, Estimate v, Estimate p) {

    public static WilcoxonSignedRank of(List<Double> differences) {
        double[] values = differences.stream()
                .mapToDouble(Double::doubleValue)
                .filter(d -> d != 0)
                .toArray();
        int n = values.length;
        if (n == 0) {
            Estimate none = Estimate.none("no pair differs");
            return new WilcoxonSignedRank(0, none, none);
        }
        double[] sizes = Arrays.stream(values).map(FastMath::abs).sorted().toArray();
        double v = 0;
        double ties = 0;
        for (int from = 0; from < n; ) {
            int to = from;
            while (to < n && sizes[to] == sizes[from]) {
                to++;
            }
            double size = sizes[from];
            double rank = (from + 1 + to) / 2.0;
            v += rank * Arrays.stream(values).filter(d -> d == size).count();
            double tied = (double) to - from;
            ties += tied * tied * tied - tied;
            from = to;
        }
        double pairs = n;
        double distance = v - pairs * (pairs + 1) / 4;
        double variance = pairs * (pairs + 1) * (2 * pairs + 1) / 24 - ties / 48;
        double corrected = distance - FastMath.signum(distance) / 2;
        double p = FastMath.min(1.0, Distributions.normalTwoSided(corrected / FastMath.sqrt(variance)));
        return new WilcoxonSignedRank(n, Estimate.of(v), Estimate.of(p));
    }
}
