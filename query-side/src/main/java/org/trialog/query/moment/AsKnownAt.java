package org.trialog.query.moment;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.trialog.query.problem.Problem;

/** What a caller wrote as {@code asKnownAt}, understood but not yet looked up. */
public sealed interface AsKnownAt {

    /** Nothing was written: everything that is known. */
    record Latest() implements AsKnownAt {}

    /** A position of the history. */
    record Position(long position) implements AsKnownAt {}

    /** An instant, included. */
    record Moment(Instant instant) implements AsKnownAt {}

    /** The end of a day in the study's zone, included. */
    record EndOf(LocalDate day) implements AsKnownAt {

        /** The last microsecond of the day: recorded times have no finer ones. */
        public Instant in(ZoneId zone) {
            return day.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS);
        }
    }

    /** A position, a day, or an instant with its offset or zone. */
    Pattern NUMBER = Pattern.compile("\\d{1,18}");

    Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** @throws Problem 400 {@code as-known-at-malformed} when it is none of the forms */
    static AsKnownAt of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return new Latest();
        }
        // A plus sign in a query string arrives as a space when the caller did not encode it.
        String written = text.strip().replace(' ', '+');
        try {
            if (NUMBER.matcher(written).matches()) {
                return new Position(Long.parseLong(written));
            }
            if (DAY.matcher(written).matches()) {
                return new EndOf(LocalDate.parse(written));
            }
            return new Moment(DateTimeFormatter.ISO_DATE_TIME
                    .parseBest(written, ZonedDateTime::from, OffsetDateTime::from)
                    .query(Instant::from));
        } catch (DateTimeException malformed) {
            throw Problem.malformed(
                    "asKnownAt",
                    "as-known-at-malformed",
                    "'%s' is not a moment: write a position (1234), an instant with its offset (2026-11-20T10:48:00Z) or a day (2026-11-20)."
                            .formatted(abbreviated(written)));
        }
    }

    private static String abbreviated(String text) {
        return text.length() <= 70 ? text : text.substring(0, 70) + "…";
    }
}
