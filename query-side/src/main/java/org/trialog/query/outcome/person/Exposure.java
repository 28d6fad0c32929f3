package org.trialog.query.outcome.person;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.DateRange;

/**
 * What was seen of one subject within a window.
 *
 * @param spans confirmed time at risk
 * @param events that count, in order
 */
public record Exposure(Window window, List<Span> spans, List<Occurrence> events) {

    /** Person-time. */
    public long days() {
        return spans.stream().mapToLong(Span::days).sum();
    }

    /** No day of the window was confirmed. */
    public boolean unseen() {
        return spans.isEmpty() && events.isEmpty();
    }

    /** No person-time, and no event on a single confirmed day either. */
    public boolean withoutTime() {
        return days() == 0 && events.isEmpty();
    }

    public Optional<LocalDate> firstEvent() {
        return events.stream().map(Occurrence::day).findFirst();
    }

    public int eventsOn(LocalDate day) {
        return (int) events.stream().filter(event -> event.day().equals(day)).count();
    }

    /**
     * Whether it was confirmed without a gap to the window's end, or earlier by no more than the tolerance. A part of a
     * window never is.
     *
     * @param birth the time before it is not at risk
     */
    public boolean full(int toleranceDays, @Nullable DateRange birth) {
        LocalDate end = window.end();
        if (end == null || window.part()) {
            return false;
        }
        LocalDate start = birth == null ? window.start() : ConfirmedTime.later(window.start(), birth.earliest());
        return spans.stream()
                .anyMatch(
                        span -> !span.from().isAfter(start) && !span.through().isBefore(end.minusDays(toleranceDays)));
    }

    /** Whether it was confirmed at the window's end, or earlier by no more than the tolerance, whatever gaps lie before. */
    public boolean reachesEnd(int toleranceDays) {
        LocalDate end = window.end();
        boolean outlasted = window.part() && !window.planned();
        return end != null
                && !outlasted
                && !spans.isEmpty()
                && !spans.getLast().through().isBefore(end.minusDays(toleranceDays));
    }

    /** Whole days from a day 0. */
    public static long day(LocalDate zero, LocalDate day) {
        return ChronoUnit.DAYS.between(zero, day);
    }
}
