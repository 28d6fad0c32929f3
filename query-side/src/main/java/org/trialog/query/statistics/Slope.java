package org.trialog.query.statistics;

import java.util.List;

/**
 * The slope of values over days by least squares, in points a month of 30.4375 days. R: {@code coef(lm(value ~ month))[2]}.
 */
public final class Slope {

    /** Days in a month. */
    public static final double MONTH = 30.4375;

    private Slope() {}

    /** A value on a day. */
    public record Point(long day, double value) {}

    /** Not estimable from fewer than two days. */
    public static Estimate of(List<Point> points) {
        if (points.size() < 2) {
            return Estimate.none("fewer than two values");
        }
        double day = 0;
        double value = 0;
        for (Point point : points) {
            day += point.day();
            value += point.value();
        }
        day /= points.size();
        value /= points.size();
        double products = 0;
        double squares = 0;
        for (Point point : points) {
            products += (point.day() - day) * (point.value() - value);
            squares += (point.day() - day) * (point.day() - day);
        }
        return squares == 0 ? Estimate.none("all values are of one day") : Estimate.of(products / squares * MONTH);
    }
}
