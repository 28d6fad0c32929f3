package org.trialog.query.statistics;

import java.util.List;
import org.hipparchus.util.FastMath;

/** The cumulative hazard H(t) = −ln S(t) that was expected of a subject, t in days from the origin. */
public sealed interface CumulativeHazard {

    double at(double day);

    /** The last day at which it is known. */
    double end();

    /** H(t) = ln 2 · t / median. */
    record Exponential(double medianDays) implements CumulativeHazard {

        public Exponential {
            if (!(medianDays > 0)) {
                throw new IllegalArgumentException("A median time of " + medianDays + " days");
            }
        }

        @Override
        public double at(double day) {
            return FastMath.log(2) * day / medianDays;
        }

        @Override
        public double end() {
            return Double.POSITIVE_INFINITY;
        }
    }

    /**
     * An entered curve, log-linear between its points: the hazard is constant between them. It starts at 1 on day 0.
     *
     * @param points rising in time, falling in share, none at 0
     */
    record Curve(List<Point> points) implements CumulativeHazard {

        public Curve {
            points = List.copyOf(points);
        }

        /** The share without the end by a day. */
        public record Point(double day, double share) {}

        @Override
        public double at(double day) {
            double from = 0;
            double hazard = 0;
            for (Point point : points) {
                double next = -FastMath.log(point.share());
                if (day <= point.day()) {
                    return hazard + (next - hazard) * (day - from) / (point.day() - from);
                }
                from = point.day();
                hazard = next;
            }
            if (points.isEmpty() || day > from) {
                throw new IllegalArgumentException("The curve ends before day " + day);
            }
            return hazard;
        }

        @Override
        public double end() {
            return points.isEmpty() ? 0 : points.getLast().day();
        }
    }
}
