package org.trialog.query.plot;

import org.trialog.query.plot.svg.Digits;
import org.trialog.query.statistics.Estimate;
import org.trialog.query.statistics.Interval;

/** An estimate with its 95 % interval in words, or why there is none. */
final class Interval95 {

    private Interval95() {}

    static String percent(Estimate share, Interval interval) {
        return switch (share) {
            case Estimate.Known(double value) ->
                "%s (%s to %s)"
                        .formatted(
                                Digits.percent(value),
                                Digits.percent(interval.lower()),
                                Digits.percent(interval.upper()));
            case Estimate.NotEstimable(String reason) -> "not estimable: " + reason;
        };
    }

    static String number(Estimate estimate, Estimate lower, Estimate upper) {
        return switch (estimate) {
            case Estimate.Known(double value) ->
                "%s (%s to %s)"
                        .formatted(Digits.significant(value), Digits.significant(lower), Digits.significant(upper));
            case Estimate.NotEstimable(String reason) -> "not estimable: " + reason;
        };
    }
}
