package org.trialog.command.sdtm.mapping;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.ClinicalDate;

/** Values as SDTM writes them. */
final class SdtmText {

    private static final int LONGEST_NUMBER = 40;
    private static final int DAY_LENGTH = 10;
    private static final Pattern DAY_AND_MORE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})T.*");
    private static final Pattern TIME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2})?).*");
    private static final Pattern WITHOUT_MONTH = Pattern.compile("(\\d{4})---\\d{2}.*");
    private static final Pattern SHAPE = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2}(T.*)?)?)?");

    private static final Pattern NOT_IN_SLUGS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern HYPHEN_AT_AN_END = Pattern.compile("^-|-$");
    private static final Pattern NOT_IN_IDENTIFIERS = Pattern.compile("[^A-Za-z0-9_.-]");
    private static final Pattern NOT_AT_THE_START = Pattern.compile("^[^A-Za-z0-9]+");

    private SdtmText() {}

    /**
     * An ISO 8601 date as SDTM allows it. Fractions of seconds, zones and an hour without minutes fall away (a clinical
     * date knows minutes); a day whose month is missing ({@code 2003---15}) leaves the year.
     */
    static ClinicalDate date(String text) {
        int slash = text.indexOf('/');
        String known =
                slash < 0 ? point(text) : point(text.substring(0, slash)) + "/" + point(text.substring(slash + 1));
        try {
            ClinicalDate date = ClinicalDate.of(known);
            if (date.range().isEmpty()) {
                throw new NotUnderstood(0, "date-not-understood");
            }
            return date;
        } catch (IllegalArgumentException impossible) {
            throw SHAPE.matcher(known).matches()
                    ? new NotUnderstood(17, "date-does-not-exist")
                    : new NotUnderstood(0, "date-not-understood");
        }
    }

    private static String point(String text) {
        if (text.length() <= DAY_LENGTH && !text.contains("--")) {
            return text;
        }
        Matcher time = TIME.matcher(text);
        if (time.matches()) {
            return time.group(1);
        }
        Matcher day = DAY_AND_MORE.matcher(text);
        if (day.matches()) {
            return day.group(1);
        }
        Matcher year = WITHOUT_MONTH.matcher(text);
        return year.matches() ? year.group(1) : text;
    }

    static BigDecimal number(String text) {
        try {
            if (text.length() > LONGEST_NUMBER) {
                throw new NotUnderstood(0, "number-not-understood");
            }
            return new BigDecimal(text);
        } catch (NumberFormatException wrong) {
            throw new NotUnderstood(0, "number-not-understood");
        }
    }

    static boolean isNumber(@Nullable String text) {
        try {
            return text != null && number(text).scale() < LONGEST_NUMBER;
        } catch (NotUnderstood wrong) {
            return false;
        }
    }

    /** One form for a number that is part of an identity: {@code 3}, {@code 3.0} and {@code 03} are the same. */
    static String plain(String number) {
        return number(number).stripTrailingZeros().toPlainString();
    }

    /** A code of ours from words: {@code WEEK 10 (T)} becomes {@code week-10-t}. */
    static String slug(String words) {
        String hyphened = NOT_IN_SLUGS.matcher(words.toLowerCase(Locale.ROOT)).replaceAll("-");
        String slug = HYPHEN_AT_AN_END.matcher(hyphened).replaceAll("");
        return slug.isEmpty() ? "unnamed" : slug;
    }

    /** A code as the source writes it, with what an identifier cannot hold replaced: {@code Xan_Lo} stays. */
    static String identifier(String code) {
        String kept = NOT_AT_THE_START
                .matcher(NOT_IN_IDENTIFIERS.matcher(code).replaceAll("-"))
                .replaceAll("");
        return kept.isEmpty() ? "unnamed" : kept.substring(0, Math.min(kept.length(), 64));
    }

    /** For comparing what a source says with what it may say. */
    static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
