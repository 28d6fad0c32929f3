package org.trialog.query.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * Analysis of covariance: the final value on the one before and the group, every group against the first. R:
 * {@code lm(post ~ pre + group)}.
 *
 * @param fit its first coefficient is that of the value before, then one a group in their order
 */
public record Ancova(LeastSquares fit) {

    /** The value before and the one after. */
    public record Pair(double pre, double post) {}

    /**
     * @param names of the groups
     * @param groups the reference first; none may be empty
     */
    public static Ancova of(List<String> names, List<List<Pair>> groups) {
        List<String> covariates = new ArrayList<>(List.of("the value before"));
        covariates.addAll(names.subList(1, names.size()));
        List<LeastSquares.Row> rows = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            for (Pair pair : groups.get(g)) {
                List<Double> row = new ArrayList<>(List.of(pair.pre()));
                for (int other = 1; other < groups.size(); other++) {
                    row.add(other == g ? 1.0 : 0.0);
                }
                rows.add(new LeastSquares.Row(pair.post(), row));
            }
        }
        return new Ancova(LeastSquares.of(covariates, rows));
    }
}
