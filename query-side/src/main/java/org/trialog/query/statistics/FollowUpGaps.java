package org.trialog.query.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.util.FastMath;

/** Where late entries leave a survival curve without anybody at risk: it runs on there as if nothing could happen. */
final class FollowUpGaps {

    private FollowUpGaps() {}

    static List<String> of(List<Observation> observations, List<SurvivalRow> rows) {
        List<String> gaps = new ArrayList<>();
        double entry = firstDay(observations);
        if (entry > 0 && !rows.isEmpty()) {
            gaps.add("nobody was at risk until day " + day(entry));
        }
        double[] resumed = resumed(observations, rows);
        for (int i = 0; i + 1 < rows.size(); i++) {
            SurvivalRow row = rows.get(i);
            if (resumed[i] - row.time() > 1) {
                gaps.add("nobody was at risk between day " + day(row.time()) + " and day " + day(resumed[i]));
            }
            if (row.estimate() == 0 && (i == 0 || rows.get(i - 1).estimate() > 0)) {
                gaps.add("all at risk on day " + day(row.time())
                        + " had the event, so the curve is 0 although others were observed later");
            }
        }
        return List.copyOf(gaps);
    }

    /** For each row the first whole day at risk of those who are observed beyond it; infinite for the last one. */
    private static double[] resumed(List<Observation> observations, List<SurvivalRow> rows) {
        double[] times = rows.stream().mapToDouble(SurvivalRow::time).toArray();
        double[] first = new double[times.length];
        Arrays.fill(first, Double.POSITIVE_INFINITY);
        for (Observation observation : observations) {
            int before = Arrays.binarySearch(times, observation.time()) - 1;
            if (before >= 0) {
                first[before] = FastMath.min(first[before], FastMath.ceil(observation.after()));
            }
        }
        for (int i = first.length - 2; i >= 0; i--) {
            first[i] = FastMath.min(first[i], first[i + 1]);
        }
        return first;
    }

    /** The first whole day at risk; infinite without observations. */
    static double firstDay(List<Observation> observations) {
        return FastMath.ceil(
                observations.stream().mapToDouble(Observation::after).min().orElse(Double.POSITIVE_INFINITY));
    }

    static String day(double t) {
        return t == FastMath.rint(t) ? Long.toString((long) t) : Double.toString(t);
    }
}
