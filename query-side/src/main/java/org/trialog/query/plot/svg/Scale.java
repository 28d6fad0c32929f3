package org.trialog.query.plot.svg;

/**
 * From values to places.
 *
 * @param from the value at {@code start}
 * @param to the value at {@code end}, greater
 * @param start where the scale begins, in pixels; may lie after {@code end}
 * @param logarithmic then {@code from} is above 0
 */
public record Scale(double from, double to, double start, double end, boolean logarithmic) {

    public Scale {
        if (!(from < to) || (logarithmic && !(from > 0))) {
            throw new IllegalArgumentException("no scale from " + from + " to " + to);
        }
    }

    public static Scale linear(double from, double to, double start, double end) {
        return new Scale(from, to, start, end, false);
    }

    public static Scale logarithmic(double from, double to, double start, double end) {
        return new Scale(from, to, start, end, true);
    }

    public double at(double value) {
        double share = logarithmic
                ? (StrictMath.log(value) - StrictMath.log(from)) / (StrictMath.log(to) - StrictMath.log(from))
                : (value - from) / (to - from);
        return start + share * (end - start);
    }

    /** The place of the value, or of the end of the scale that it lies beyond. */
    public double within(double value) {
        return at(StrictMath.max(from, StrictMath.min(to, value)));
    }

    public boolean contains(double value) {
        return value >= from && value <= to;
    }
}
