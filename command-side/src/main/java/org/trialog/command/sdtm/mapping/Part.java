package org.trialog.command.sdtm.mapping;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.trialog.command.order.Act;
import org.trialog.command.order.ImportedRow;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.personal.Personal;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.Quantity;

/**
 * One record of a row while it is read. It notes every value that it is made from; the digest of those values tells a
 * later import whether this record has changed, whatever else changed in the row.
 */
final class Part {

    private static final int DIGEST_BYTES = 16;
    private static final int LONGEST_UNIT = 40;

    private final RowActs acts;
    private final String identity;
    private final StringBuilder seen = new StringBuilder();

    Part(RowActs acts, String identity) {
        this.acts = acts;
        this.identity = identity;
    }

    /** A value of the row, null when missing. */
    @Nullable
    String text(String column) {
        String value = acts.row().get(column);
        note(column, value);
        return value;
    }

    /** The first of these columns that has a value. */
    @Nullable
    String first(String column, String otherwise) {
        String value = text(column);
        return value == null ? text(otherwise) : value;
    }

    /** A value from another row, or from the options of the import, that this record is made from too. */
    void borrow(String name, @Nullable String value) {
        note(name, value);
    }

    /** The date that the record needs to be understood. */
    ClinicalDate requiredDate(String column) {
        String text = text(column);
        if (text == null) {
            throw new NotUnderstood(0, "date-missing");
        }
        return SdtmText.date(text);
    }

    /** The date of a record that sources may leave undated. */
    ClinicalDate dateOrUnknown(String column) {
        String text = text(column);
        return text == null ? ClinicalDate.UNKNOWN : SdtmText.date(text);
    }

    /** A date beside the main one: what cannot be understood is noted and stands as unknown. */
    @Nullable
    ClinicalDate otherDate(String column) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        try {
            return SdtmText.date(text);
        } catch (NotUnderstood wrong) {
            acts.flag(column, wrong.rule(), wrong.reason());
            return ClinicalDate.UNKNOWN;
        }
    }

    @Nullable
    LocalDate otherDay(String column) {
        ClinicalDate date = otherDate(column);
        return date == null ? null : date.day().orElse(null);
    }

    @Nullable
    BigDecimal number(String column) {
        String text = text(column);
        return text == null ? null : SdtmText.number(text);
    }

    boolean yes(String column) {
        String text = text(column);
        return text != null && text.equalsIgnoreCase("Y");
    }

    /** An amount with its unit ({@code unspecified} when the source names none), null when there is no amount. */
    @Nullable
    Quantity quantity(String amountColumn, String unitColumn) {
        BigDecimal amount = number(amountColumn);
        String unit = text(unitColumn);
        if (amount == null) {
            return null;
        }
        if (amount.signum() < 0) {
            throw new NotUnderstood(0, "amount-negative");
        }
        if (unit != null && unit.length() > LONGEST_UNIT) {
            throw new NotUnderstood(0, "unit-not-understood");
        }
        return new Quantity(amount, unit == null ? "unspecified" : unit);
    }

    @Nullable
    Personal<String> sealed(@Nullable String words) {
        return words == null ? null : acts.sealing().seal(words);
    }

    /** Notes that a value of a column could not be kept as it stands. */
    void flag(String column, int rule, String reason) {
        acts.flag(column, rule, reason);
    }

    Personal<ClinicalDate> sealed(ClinicalDate date) {
        return acts.sealing().seal(date);
    }

    void make(ClinicalRecord details) {
        acts.add(new Act.Make(details, null, new ImportedRow(acts.row().domain().token(), identity, digest())));
    }

    private void note(String name, @Nullable String value) {
        if (value != null) {
            seen.append(name).append('=').append(value).append('\n');
        }
    }

    private String digest() {
        try {
            byte[] whole =
                    MessageDigest.getInstance("SHA-256").digest(seen.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(whole, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
