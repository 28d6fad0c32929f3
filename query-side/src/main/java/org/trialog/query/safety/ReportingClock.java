package org.trialog.query.safety;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.trialog.events.value.RecordId;

/**
 * A reporting clock (rule 33), in calendar days.
 *
 * @param cause the record that started it: the adverse event, or one of its follow-ups
 * @param aware the day of awareness: the first day counted is the next one
 * @param due the last day in time
 * @param daysLeft from the day asked for, or from the day of reporting where that is known; negative when late
 */
public record ReportingClock(Kind kind, RecordId cause, LocalDate aware, LocalDate due, long daysLeft, State state) {

    /** Who reports to whom, and how fast. */
    public enum Kind {
        /** 24 hours. */
        @JsonProperty("site-to-sponsor")
        SITE_TO_SPONSOR(1),
        /** Fatal or life-threatening. */
        @JsonProperty("expedited-7")
        EXPEDITED_7(7),
        /** What else is to be said of a case that was reported within 7 days: 8 days more. */
        @JsonProperty("expedited-7-follow-up")
        EXPEDITED_7_FOLLOW_UP(15),
        @JsonProperty("expedited-15")
        EXPEDITED_15(15);

        private final int days;

        Kind(int days) {
            this.days = days;
        }
    }

    /** Reports to authorities are not recorded: their clocks run, then are over. */
    public enum State {
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("over")
        OVER,
        @JsonProperty("met")
        MET,
        @JsonProperty("late")
        LATE
    }

    /** A clock whose end nothing records. */
    static ReportingClock running(Kind kind, RecordId cause, LocalDate aware, LocalDate asOf) {
        LocalDate due = aware.plusDays(kind.days);
        long left = ChronoUnit.DAYS.between(asOf, due);
        return new ReportingClock(kind, cause, aware, due, left, left < 0 ? State.OVER : State.RUNNING);
    }

    /** A clock that ended on the day of the report. */
    static ReportingClock reported(Kind kind, RecordId cause, LocalDate aware, LocalDate reported) {
        LocalDate due = aware.plusDays(kind.days);
        long left = ChronoUnit.DAYS.between(reported, due);
        return new ReportingClock(kind, cause, aware, due, left, left < 0 ? State.LATE : State.MET);
    }
}
