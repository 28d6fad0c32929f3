package org.trialog.deploy.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * A figure of a benchmark beside its limit.
 *
 * @param unit of value and limit
 * @param higherIsBetter whether the limit is a floor
 */
public record Measure(String name, double value, String unit, double limit, boolean higherIsBetter, String detail) {

    private static final double MILLIS = 1e6;

    /** Wall time of a piece of work in milliseconds: the median of several runs, the first ones thrown away. */
    static Measure time(String name, double limitMillis, int warmUp, int runs, Callable<?> work) throws Exception {
        double[] millis = new double[runs];
        for (int run = -warmUp; run < runs; run++) {
            long start = System.nanoTime();
            work.call();
            if (run >= 0) {
                millis[run] = (System.nanoTime() - start) / MILLIS;
            }
        }
        Arrays.sort(millis);
        return new Measure(
                name,
                millis[runs / 2],
                "ms",
                limitMillis,
                false,
                "median of %d, %.1f to %.1f".formatted(runs, millis[0], millis[runs - 1]));
    }

    /** How far from the limit: above 1 is within it, for floors and ceilings alike. */
    public double margin() {
        return higherIsBetter ? value / limit : limit / value;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-44s %10s %-8s limit %8s  %5.2f times within  (%s)",
                name,
                number(value),
                unit,
                number(limit),
                margin(),
                detail);
    }

    /** A ratio needs two decimals, milliseconds one, rows a second none. */
    private static String number(double figure) {
        return String.format(Locale.ROOT, figure < 10 ? "%.2f" : figure < 1_000 ? "%.1f" : "%.0f", figure);
    }
}
