package org.trialog.query.outcome.kind;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialog.query.outcome.figure.Comparison;
import org.trialog.query.statistics.Estimate;
import org.trialog.query.statistics.LogRank;
import org.trialog.query.statistics.Observation;

/** Log-rank tests of every group against the first, and of all together when there are more than two. */
record LogRankTests(Cohort cohort, Curves curves, boolean showP) {

    private static final String METHOD = "log-rank";

    List<Comparison> comparisons() {
        List<Comparison> tests = new ArrayList<>();
        List<Stratum> strata = cohort.strata();
        List<List<Observation>> groups = strata.stream()
                .map(stratum -> curves.rows(stratum).stream()
                        .map(Curves.Row::observation)
                        .toList())
                .toList();
        for (int i = 1; i < strata.size(); i++) {
            tests.add(test(strata.get(i).name(), List.of(groups.getFirst(), groups.get(i))));
        }
        if (strata.size() > 2) {
            tests.add(test(Comparison.ALL, groups));
        }
        return List.copyOf(tests);
    }

    private Comparison test(String group, List<List<Observation>> groups) {
        LogRank test = LogRank.of(groups);
        return new Comparison.Test(
                group,
                cohort.strata().getFirst().name(),
                METHOD,
                test.chiSquare(),
                test.degreesOfFreedom(),
                shown(test.p()));
    }

    private @Nullable Estimate shown(Estimate p) {
        return showP ? p : null;
    }
}
