package org.trialog.query.outcome.score;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trialog.events.clinical.Visit;
import org.trialog.events.value.DateRange;
import org.trialog.events.value.RecordId;
import org.trialog.query.outcome.person.Person;
import org.trialog.query.record.Entry;

/**
 * A planned visit of one subject. Its value is the one taken at it, by the visit's code; else of those taken at no visit the
 * nearest to the planned day within the window, the earlier of two as near. A value of an unscheduled visit, or of another
 * planned one, never stands in for it.
 *
 * @param planned null when the protocol or the subject has no day for it
 * @param window the days at which it may be made; null when the protocol sets none
 */
public record Appointment(
        String code, @Nullable LocalDate planned, @Nullable DateRange window) {

    /** @param dayZero a value on it or before stands for what was before, unless it was taken at the visit */
    public Optional<Reading> reading(Readings readings, Person person, LocalDate dayZero) {
        Set<RecordId> visits = person.of(Visit.class).stream()
                .filter(entry -> code.equals(entry.details().code()))
                .map(Entry::id)
                .collect(Collectors.toSet());
        List<Reading> values = readings.values();
        Optional<Reading> taken = values.stream()
                .filter(one -> one.visit() != null && visits.contains(one.visit()))
                .reduce((_, last) -> last);
        LocalDate day = planned;
        DateRange days = window;
        if (taken.isPresent() || day == null || days == null) {
            return taken;
        }
        return values.stream()
                .filter(one -> one.visit() == null
                        && days.contains(one.day())
                        && one.day().isAfter(dayZero))
                .min(Comparator.comparing((Reading one) -> Math.abs(ChronoUnit.DAYS.between(day, one.day()))));
    }

    /** The last day on which it could be made; null when there is no planned day. */
    public @Nullable LocalDate last() {
        return window == null ? planned : window.latest();
    }

    /** Why there is no value. */
    public String missing(Person person) {
        LocalDate last = last();
        DateRange death = person.death();
        if (death != null && (last == null || !death.earliest().isAfter(last))) {
            return "died before the visit";
        }
        return planned != null && planned.isAfter(person.cutoff()) ? "not due by the cut-off" : "no value at the visit";
    }
}
