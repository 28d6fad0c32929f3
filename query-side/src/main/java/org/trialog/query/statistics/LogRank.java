package org.trialog.query.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * The log-rank test of k groups (Mantel 1966; Peto and Peto 1972), with late entry. On each event day a group of n_g
 * among n expects d·n_g/n of the d events, with hypergeometric (co)variances. R: {@code survdiff}, which knows no late
 * entry.
 *
 * @param chiSquare (O−E)ᵀV⁻¹(O−E) over all groups but one
 * @param degreesOfFreedom groups that expected any event, less one
 */
public record LogRank(List<Group> groups, Estimate chiSquare, int degreesOfFreedom, Estimate p) {

    /** What happened in a group and what would have been expected without a difference. */
    public record Group(int subjects, int observed, double expected) {}

    /** The groups in the order given. */
    public static LogRank of(List<List<Observation>> groups) {
        Sums sums = new Sums(groups);
        List<Group> table = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            table.add(new Group(groups.get(g).size(), sums.observed[g], sums.expected[g]));
        }
        int[] expecting = IntStream.range(0, groups.size())
                .filter(g -> sums.expected[g] > 0)
                .toArray();
        int degreesOfFreedom = expecting.length - 1;
        if (degreesOfFreedom < 1) {
            return new LogRank(table, none(expecting.length), 0, none(expecting.length));
        }
        int[] all = IntStream.of(expecting).skip(1).toArray();
        RealMatrix variance = MatrixUtils.createRealMatrix(sums.variance).getSubMatrix(all, all);
        RealVector excess = MatrixUtils.createRealVector(IntStream.of(all)
                .mapToDouble(g -> sums.observed[g] - sums.expected[g])
                .toArray());
        DecompositionSolver solver = new QRDecomposition(variance, 1e-12).getSolver();
        if (!solver.isNonSingular()) {
            Estimate none = Estimate.none("the groups were never at risk together");
            return new LogRank(table, none, degreesOfFreedom, none);
        }
        double chiSquare = excess.dotProduct(solver.solve(excess));
        return new LogRank(
                table,
                Estimate.of(chiSquare),
                degreesOfFreedom,
                Estimate.of(Distributions.chiSquareUpper(chiSquare, degreesOfFreedom)));
    }

    private static Estimate none(int expecting) {
        return Estimate.none(expecting == 0 ? "no events" : "only one group was at risk when events happened");
    }

    private static final class Sums {
        private final int[] observed;
        private final double[] expected;
        private final double[][] variance;

        private Sums(List<List<Observation>> groups) {
            int k = groups.size();
            observed = new int[k];
            expected = new double[k];
            variance = new double[k][k];
            List<Observation> pooled = groups.stream().flatMap(List::stream).toList();
            List<RiskSets.At> sets = RiskSets.of(pooled);
            double[] days = sets.stream().mapToDouble(RiskSets.At::time).toArray();
            List<List<RiskSets.At>> own =
                    groups.stream().map(group -> RiskSets.on(days, group)).toList();
            for (int i = 0; i < days.length; i++) {
                if (sets.get(i).failed() > 0) {
                    add(sets.get(i), own, i);
                }
            }
        }

        private void add(RiskSets.At set, List<List<RiskSets.At>> own, int day) {
            double n = set.atRisk();
            double d = set.failed();
            double[] share = new double[own.size()];
            for (int g = 0; g < share.length; g++) {
                RiskSets.At group = own.get(g).get(day);
                observed[g] += group.failed();
                share[g] = group.atRisk() / n;
                expected[g] += d * share[g];
            }
            double spread = n > 1 ? d * (n - d) / (n - 1) : 0;
            for (int g = 0; g < share.length; g++) {
                for (int h = 0; h < share.length; h++) {
                    variance[g][h] += spread * share[g] * ((g == h ? 1 : 0) - share[h]);
                }
            }
        }
    }
}
