package org.trialog.query.statistics;

import org.hipparchus.special.Erf;
import org.hipparchus.util.FastMath;

/**
 * The values of one group, as its size, mean and standard deviation.
 *
 * @param n need not be whole: a control group that serves two comparisons is halved
 * @param deviation of the sample, with n − 1
 */
public record Means(double n, double mean, double deviation) {

    public Means {
        if (!(n > 0) || Double.isNaN(mean) || !(deviation >= 0)) {
            throw new IllegalArgumentException("No group: n %s, mean %s, deviation %s".formatted(n, mean, deviation));
        }
    }

    /**
     * From the median and the quartiles: mean (q1 + m + q3)/3, deviation (q3 − q1)/(2·Φ⁻¹((0.75·n − 0.125)/(n + 0.25))).
     * Wan, Wang, Liu and Tong, BMC Med Res Methodol 2014;14:135, equations 14 and 16.
     */
    public static Means ofQuartiles(double n, double lower, double median, double upper) {
        double share = (0.75 * n - 0.125) / (n + 0.25);
        double width = 2.0 * FastMath.sqrt(2.0) * Erf.erfInv(2.0 * share - 1.0);
        return new Means(n, (lower + median + upper) / 3.0, (upper - lower) / width);
    }

    /** The two groups as one: its mean and deviation are those of all the values together. */
    public Means with(Means other) {
        double both = n + other.n;
        double apart = mean - other.mean;
        double squares = (n - 1.0) * deviation * deviation
                + (other.n - 1.0) * other.deviation * other.deviation
                + n * other.n / both * apart * apart;
        return new Means(both, (n * mean + other.n * other.mean) / both, FastMath.sqrt(squares / (both - 1.0)));
    }

    /** Its share of subjects, the values being as they are. */
    public Means dividedBy(int comparisons) {
        return new Means(n / comparisons, mean, deviation);
    }
}
