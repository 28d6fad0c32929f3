package org.trialog.query.outcome.score;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.RecordId;

/**
 * A value on its day.
 *
 * @param positions in the history of the facts behind the record
 * @param partial whether the day had to be placed
 * @param visit at which it was taken; null when it belongs to none
 */
public record Reading(
        String record,
        List<Long> positions,
        LocalDate day,
        boolean partial,
        BigDecimal value,
        @Nullable RecordId visit) {

    /** Of two values of one day the one whose record's name sorts later stands later: entry order changes nothing. */
    static final Comparator<Reading> BY_DAY = Comparator.comparing(Reading::day).thenComparing(Reading::record);

    public Reading {
        positions = List.copyOf(positions);
    }
}
