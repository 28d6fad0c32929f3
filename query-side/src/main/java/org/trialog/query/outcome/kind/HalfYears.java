package org.trialog.query.outcome.kind;

import java.util.NavigableSet;
import java.util.TreeSet;

/** The round times at which a curve is read: half years from day 0, to the day. */
final class HalfYears {

    private static final double HALF_YEAR = 365.25 / 2;

    private HalfYears() {}

    /** @param last day that the curve is known on */
    static NavigableSet<Double> upTo(double last) {
        TreeSet<Double> times = new TreeSet<>();
        for (int k = 1; Math.rint(k * HALF_YEAR) <= last; k++) {
            times.add(Math.rint(k * HALF_YEAR));
        }
        return times;
    }
}
