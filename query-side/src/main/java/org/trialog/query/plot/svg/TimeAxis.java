package org.trialog.query.plot.svg;

import java.util.ArrayList;
import java.util.List;

/**
 * Round times in days, months or years: whichever a reader would say for a time of that length.
 *
 * @param unit {@code days}, {@code months} or {@code years}
 */
public record TimeAxis(String unit, List<Tick> ticks) {

    private static final double MONTH = 30.4375;
    private static final double YEAR = 365.25;

    /** The most that an axis holds. */
    private static final int MOST = 9;

    public TimeAxis {
        ticks = List.copyOf(ticks);
    }

    /** @param day the whole day that is nearest */
    public record Tick(double day, String label) {}

    /** @param from in days, 0 or less */
    public static TimeAxis of(double from, double to) {
        double length = to - from;
        if (length <= 4 * MONTH) {
            return of("days", 1, from, to, 1, 2, 5, 7, 14);
        }
        return length <= 3 * YEAR
                ? of("months", MONTH, from, to, 1, 2, 3, 6)
                : of("years", YEAR, from, to, 1, 2, 5, 10, 20, 50, 100);
    }

    /** Ticks that stand apart enough, by the first step that makes no more of them than an axis holds. */
    private static TimeAxis of(String unit, double days, double from, double to, int... steps) {
        int step = steps[steps.length - 1];
        for (int i = steps.length - 1; i >= 0 && (to - from) / days / steps[i] < MOST; i--) {
            step = steps[i];
        }
        List<Tick> ticks = new ArrayList<>();
        for (long k = (long) StrictMath.ceil(from / days / step); StrictMath.rint(k * step * days) <= to; k++) {
            ticks.add(new Tick(StrictMath.rint(k * step * days), Digits.tick((double) (k * step))));
        }
        return new TimeAxis(unit, ticks);
    }
}
