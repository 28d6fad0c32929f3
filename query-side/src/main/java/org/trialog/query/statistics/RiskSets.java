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
        return on(distinct(observations.stream().mapToDouble(Observation::time).toArray()), observations);
    }

    /** The same on given days in rising order, whether or not an observation ends there. */
    static List<At> on(double[] days, List<Observation> observations) {
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
        int ended = 0;
        int failed = 0;
        for (double day : days) {
            started = advance(starts, started, day, false);
            int endedBefore = advance(ends, ended, day, false);
            int failedBefore = advance(failures, failed, day, false);
            ended = advance(ends, endedBefore, day, true);
            failed = advance(failures, failedBefore, day, true);
            int failing = failed - failedBefore;
            sets.add(new At(day, started - endedBefore, failing, ended - endedBefore - failing));
        }
        return List.copyOf(sets);
    }

    /** The distinct values in rising order; the array given is used up. */
    static double[] distinct(double[] values) {
        Arrays.sort(values);
        int count = 0;
        for (double value : values) {
            if (count == 0 || values[count - 1] != value) {
                values[count++] = value;
            }
        }
        return Arrays.copyOf(values, count);
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
