package org.trialog.query.plot.svg;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.trialog.query.statistics.Estimate;

/** Numbers as they stand in a picture: the same on every machine, with a point. */
public final class Digits {

    private static final MathContext SIGNIFICANT = new MathContext(3, RoundingMode.HALF_UP);

    private Digits() {}

    /** A coordinate: hundredths of a pixel, without zeros that say nothing. */
    static String place(double coordinate) {
        return plain(BigDecimal.valueOf(coordinate).setScale(2, RoundingMode.HALF_UP));
    }

    /** With so many places after the point, as a column needs it. */
    public static String fixed(double value, int places) {
        return minus(
                BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP).toPlainString());
    }

    /** As short as it can be told: a tick. */
    public static String tick(double value) {
        return minus(plain(BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP)));
    }

    /** Three significant digits; a whole number below a thousand as it is. */
    public static String significant(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(SIGNIFICANT);
        if (value == StrictMath.rint(value)) {
            return minus(plain(rounded));
        }
        int places = SIGNIFICANT.getPrecision() - (rounded.precision() - rounded.scale());
        return minus(rounded.setScale(StrictMath.max(0, places), RoundingMode.HALF_UP)
                .toPlainString());
    }

    /** {@code 56.3 %}, of a share. */
    public static String percent(double share) {
        return fixed(100 * share, 1) + " %";
    }

    /** The number in three significant digits, or a dash: why there is none stands in words elsewhere. */
    public static String significant(Estimate estimate) {
        return switch (estimate) {
            case Estimate.Known(double value) -> significant(value);
            case Estimate.NotEstimable _ -> "–";
        };
    }

    /** A share in per cent, or a dash. */
    public static String percent(Estimate share) {
        return switch (share) {
            case Estimate.Known(double value) -> percent(value);
            case Estimate.NotEstimable _ -> "–";
        };
    }

    private static String plain(BigDecimal decimal) {
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }

    private static String minus(String number) {
        return number.startsWith("-") ? "−" + number.substring(1) : number;
    }
}
