package org.trialog.query.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.trialog.query.problem.Problem;

/** The day that a worklist or a clock is asked for: what is computed takes it as an input, and only this reads the clock. */
record Today(Clock clock) {

    /**
     * @param asOf null for today in that zone
     * @throws Problem 400 {@code as-of-malformed}
     */
    LocalDate of(@Nullable String asOf, ZoneId zone) {
        if (asOf == null) {
            return LocalDate.now(clock.withZone(zone));
        }
        try {
            LocalDate day = LocalDate.parse(asOf);
            if (day.getYear() >= 1 && day.getYear() <= 9_000) {
                return day;
            }
        } catch (DateTimeParseException malformed) {
            throw malformed();
        }
        throw malformed();
    }

    private static Problem malformed() {
        return Problem.malformed("asOf", "as-of-malformed", "'asOf' is a day, as in 2026-11-25.");
    }
}
