package org.trialog.query.outcome.course;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.DateRange;
import org.trialog.query.statistics.Observation;

/**
 * What was seen of one subject in one group of an outcome. Who has no day 0 has no course.
 *
 * @param anchor day 0; of several the first
 * @param leftOut why the subject is in no number of the group; null when it is
 * @param confirmed time at risk for which the outcome's event was asked and answered, in order
 * @param happenings with a day that can be placed, in order of their days
 * @param undated how many of the outcome's events have no day at all
 * @param years by calendar from the anchor, in order; those before it have a negative number
 * @param stretches at risk in days, as a curve over time counts them; empty for kinds without one
 * @param change null without a baseline
 */
public record Course(
        String group,
        String subject,
        LocalDate anchor,
        @Nullable String leftOut,
        List<DateRange> confirmed,
        List<Happening> happenings,
        int undated,
        List<Year> years,
        List<Observation> stretches,
        @Nullable Change change) {

    public Course {
        confirmed = List.copyOf(confirmed);
        happenings = List.copyOf(happenings);
        years = List.copyOf(years);
        stretches = List.copyOf(stretches);
    }

    /** Complete years from the anchor on, each fully observed and without an event. */
    public long freeYears() {
        return years.stream()
                .filter(year -> year.number() >= 0 && year.observed() && year.events() == 0)
                .count();
    }

    /** Complete years from the anchor on, each fully observed. */
    public long observedYears() {
        return years.stream()
                .filter(year -> year.number() >= 0 && year.observed())
                .count();
    }

    /**
     * One year from the anchor.
     *
     * @param number 0 for the first one after the anchor
     * @param end the first day of the next
     * @param observed confirmed from its start to its end, less the tolerance of the visit there
     * @param events that count in that year
     * @param notCounted events in it that do not count, such as those outside confirmed follow-up
     */
    public record Year(int number, LocalDate from, LocalDate end, boolean observed, long events, long notCounted) {}

    /** The same subject before and after, in events and days of person-time. */
    public record Change(long eventsBefore, long daysBefore, long eventsAfter, long daysAfter) {}
}
