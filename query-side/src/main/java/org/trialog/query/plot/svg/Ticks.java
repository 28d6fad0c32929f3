package org.trialog.query.plot.svg;

import java.util.ArrayList;
import java.util.List;

/** Round values for an axis. */
public final class Ticks {

    private static final double[] ROUND = {1, 2, 5, 10};

    private Ticks() {}

    /** From 0 or below to the first round value at or above {@code to}: steps of 1, 2 or 5 times a power of ten. */
    public static List<Double> linear(double from, double to, int about) {
        double step = step((to - from) / about);
        List<Double> ticks = new ArrayList<>();
        long first = (long) StrictMath.floor(from / step + 1e-9);
        long last = (long) StrictMath.ceil(to / step - 1e-9);
        for (long k = first; k <= last; k++) {
            ticks.add(k * step);
        }
        return ticks;
    }

    /** 1, 2 and 5 times powers of ten around the values; powers alone when that would be many. */
    public static List<Double> logarithmic(double from, double to) {
        int low = (int) StrictMath.floor(StrictMath.log10(from) + 1e-9);
        int high = (int) StrictMath.ceil(StrictMath.log10(to) - 1e-9);
        double[] round = high - low > 2 ? new double[] {1} : new double[] {1, 2, 5};
        List<Double> all = new ArrayList<>();
        for (int power = low; power <= high; power++) {
            for (double digit : round) {
                all.add(digit * StrictMath.pow(10, power));
            }
        }
        double floor = all.stream().filter(tick -> tick <= from * (1 + 1e-9)).reduce(all.getFirst(), (_, next) -> next);
        double ceiling =
                all.stream().filter(tick -> tick >= to * (1 - 1e-9)).findFirst().orElse(all.getLast());
        return all.stream().filter(tick -> tick >= floor && tick <= ceiling).toList();
    }

    private static double step(double least) {
        double power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(least)));
        for (double digit : ROUND) {
            if (digit * power >= least * (1 - 1e-9)) {
                return digit * power;
            }
        }
        throw new IllegalStateException("ten times a power of ten is above every number that starts with it");
    }
}
