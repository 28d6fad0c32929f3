package org.trialog.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;

/** Comparison with numbers printed by R, to a stated relative agreement. */
final class Numbers {

    /** For formulas in closed form. */
    static final double CLOSED = 1e-9;

    /** For fits that iterate. */
    static final double ITERATED = 1e-6;

    private Numbers() {}

    static void assertNumber(double actual, double expected, double agreement) {
        if (Double.isInfinite(expected) || expected == 0) {
            assertThat(actual).isEqualTo(expected);
        } else {
            assertThat(actual).isCloseTo(expected, Offset.offset(Math.abs(expected) * agreement));
        }
    }

    static void assertNumber(Estimate actual, double expected, double agreement) {
        assertThat(actual).isInstanceOf(Estimate.Known.class);
        assertNumber(number(actual), expected, agreement);
    }

    static void assertInterval(Interval actual, double lower, double upper, double agreement) {
        assertNumber(actual.lower(), lower, agreement);
        assertNumber(actual.upper(), upper, agreement);
    }

    static void assertNone(Estimate actual, String reason) {
        assertThat(actual).isEqualTo(Estimate.none(reason));
    }

    static double number(Estimate estimate) {
        return estimate.asDouble().orElseThrow(() -> new AssertionError(estimate.reason()));
    }
}
