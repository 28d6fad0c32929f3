package org.trialog.query.outcome.figure;

import java.math.BigDecimal;
import java.math.MathContext;

/** The shortest text that reads back as the same double, in the form of ECMAScript's Number::toString (RFC 8785). */
final class CanonicalNumber {

    private CanonicalNumber() {}

    /** @throws IllegalArgumentException for what is not a finite number: JSON has no form for it */
    static String write(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(value + " is not a number of JSON");
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal decimal = shortest(Math.abs(value)).stripTrailingZeros();
        String digits = decimal.unscaledValue().toString();
        String text = placed(digits, digits.length() - decimal.scale());
        return value < 0 ? "-" + text : text;
    }

    /** Java writes at least two digits, so for the smallest doubles there may be a shorter text of one. */
    private static BigDecimal shortest(double value) {
        BigDecimal decimal = new BigDecimal(Double.toString(value));
        BigDecimal single = decimal.round(new MathContext(1));
        return single.doubleValue() == value ? single : decimal;
    }

    /** @param point how many digits stand before the decimal point; may lie outside the digits */
    private static String placed(String digits, int point) {
        int count = digits.length();
        if (count <= point && point <= 21) {
            return digits + "0".repeat(point - count);
        }
        if (0 < point && point <= 21) {
            return digits.substring(0, point) + "." + digits.substring(point);
        }
        if (-6 < point && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        String exponent = (point > 0 ? "e+" : "e-") + Math.abs(point - 1);
        return digits.charAt(0) + (count > 1 ? "." + digits.substring(1) : "") + exponent;
    }
}
