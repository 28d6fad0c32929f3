package org.trialog.command.sdtm.file;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of a SAS transport file: IBM System/360 floating point, big-endian, of 2 to 8 bytes. Bit 0 is the sign, the next
 * 7 bits the exponent of 16 in excess 64, the rest a fraction. Missing values are a dot, an underscore or a letter followed
 * by zero bytes.
 *
 * <p>Source: "The Record Layout of a Data Set in SAS Transport (XPORT) Format", SAS technical support note TS-140.
 */
final class IbmFloat {

    private static final int FRACTION_BITS = 56;

    private IbmFloat() {}

    /** The number as decimal text without exponent, null when missing. */
    static @Nullable String text(byte[] bytes, int from, int length) {
        long bits = 0;
        for (int i = 0; i < 8; i++) {
            bits = bits << 8 | (i < length ? bytes[from + i] & 0xFF : 0);
        }
        long fraction = bits & 0x00FF_FFFF_FFFF_FFFFL;
        if (fraction == 0) {
            return missing(bytes[from]) ? null : "0";
        }
        int exponent = 4 * ((int) (bits >>> FRACTION_BITS & 0x7F) - 64) - FRACTION_BITS;
        double value = StrictMath.scalb((double) fraction, exponent);
        return new BigDecimal(Double.toString(bits < 0 ? -value : value))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static boolean missing(byte first) {
        return first == '.' || first == '_' || (first >= 'A' && first <= 'Z');
    }
}
