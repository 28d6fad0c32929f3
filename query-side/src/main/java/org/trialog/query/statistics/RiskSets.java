package org.trialog.query.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The distinct last days of a set of observations, in order, with who was at risk and what happened on each. */
final class RiskSets {

    /** @param failed observations that ended here with an event, each counted once */
    record At(double time, int atRisk, int failed, int censored) {}

    private RiskSets() {}

    static List<At> of(List<Observation> observations) {
        double[] starts =
                sorted(observations.stream().mapToDouble(Observation::after).toArray());
        double[] ends =
                sorted(observations.stream().mapToDouble(Observation::time).toArray());
        double[] failures = sorted(observations.stream()
                .filter(Observation::failed)
                .mapToDouble(Observation::time)
                .toArray());
        List<At> sets = new ArrayList<>();
        int started = 0;
        int failedBefore = 0;
        for (int i = 0; i < ends.length; ) {
            double time = ends[i];
            started = advance(starts, started, time, false);
            int ended = advance(ends, i, time, true);
            int failed = advance(failures, failedBefore, time, true);
            sets.add(new At(time, started - i, failed - failedBefore, ended - i - (failed - failedBefore)));
            failedBefore = failed;
            i = ended;
        }
        return List.copyOf(sets);
    }

    /** How many of the sorted values lie below the limit (or at it), the first {@code from} being known to. */
    private static int advance(double[] values, int from, double limit, boolean included) {
        int i = from;
        while (i < values.length && (values[i] < limit || (included && values[i] == limit))) {
            i++;
        }
        return i;
    }

    private static double[] sorted(double[] values) {
        Arrays.sort(values);
        return values;
    }
}
