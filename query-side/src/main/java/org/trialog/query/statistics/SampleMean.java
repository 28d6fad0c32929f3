package org.trialog.query.statistics;

import java.util.List;
import org.hipparchus.util.FastMath;

/**
 * The mean of a sample with Student's interval: x̄ ± t(n − 1)·s/√n (Student 1908). R: {@code t.test(x)}.
 *
 * @param deviation s, with n − 1
 */
public record SampleMean(int n, Estimate mean, Estimate deviation, Estimate standardError, Interval interval) {

    public static final String METHOD = "Student's t";

    static final String NO_VALUES = "no values";
    static final String ONE_VALUE = "one value has no spread";
    static final String ALL_EQUAL = "all values are equal: no spread to form an interval from";

    public static SampleMean of(List<Double> values) {
        int n = values.size();
        if (n == 0) {
            Estimate none = Estimate.none(NO_VALUES);
            return new SampleMean(0, none, none, none, Interval.none(NO_VALUES, METHOD));
        }
        Moments moments = Moments.of(values);
        Estimate mean = Estimate.of(moments.mean());
        if (n == 1) {
            Estimate none = Estimate.none(ONE_VALUE);
            return new SampleMean(1, mean, none, none, Interval.none(ONE_VALUE, METHOD));
        }
        double error = FastMath.sqrt(moments.variance() / n);
        Interval interval = moments.varies()
                ? Distributions.student(moments.mean(), error, n - 1.0, METHOD)
                : Interval.none(ALL_EQUAL, METHOD);
        return new SampleMean(n, mean, Estimate.of(FastMath.sqrt(moments.variance())), Estimate.of(error), interval);
    }
}
