package org.trialog.query.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trialog.query.figure.Figures;
import org.trialog.query.moment.AsKnownAt;
import org.trialog.query.problem.Problem;

/**
 * How every figure can be asked for, as query parameters.
 *
 * @param cutoff the last day that counts
 * @param by the grouping; the definition's own unless said
 * @param after waits for a write of one's own
 */
record AskedFigure(
        @Nullable String asKnownAt,
        @Nullable String cutoff,
        @Nullable String by,
        @Nullable String after) {

    /** @throws Problem 400 {@code cutoff-malformed}, {@code as-known-at-malformed} */
    Figures.Asked asked() {
        return new Figures.Asked(AsKnownAt.of(asKnownAt), blankless(by), day("cutoff", cutoff));
    }

    static @Nullable String blankless(@Nullable String given) {
        return given == null || given.isBlank() ? null : given;
    }

    static @Nullable LocalDate day(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException malformed) {
            throw Problem.malformed(field, "cutoff-malformed", "The cut-off is a day that exists: 2026-11-20.");
        }
    }
}
