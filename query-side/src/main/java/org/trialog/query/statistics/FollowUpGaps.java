package org.trialog.query.statistics;

import java.util.ArrayList;
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
        for (int i = 0; i + 1 < rows.size(); i++) {
            SurvivalRow row = rows.get(i);
            double resumed = firstDay(
                    observations.stream().filter(o -> o.time() > row.time()).toList());
            if (resumed - row.time() > 1) {
                gaps.add("nobody was at risk between day " + day(row.time()) + " and day " + day(resumed));
            }
            if (row.estimate() == 0 && (i == 0 || rows.get(i - 1).estimate() > 0)) {
                gaps.add("all at risk on day " + day(row.time())
                        + " had the event, so the curve is 0 although others were observed later");
            }
        }
        return List.copyOf(gaps);
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
