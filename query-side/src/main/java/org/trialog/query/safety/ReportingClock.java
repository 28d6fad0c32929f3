package org.trialog.query.safety;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.trialog.events.clinical.Addressee;
import org.trialog.events.clinical.ReportKind;
import org.trialog.events.value.RecordId;

/**
 * A reporting clock (rule 33), in calendar days.
 *
 * @param cause the record that started it: the adverse event, or one of its follow-ups
 * @param aware the day of awareness: the first day counted is the next one
 * @param due the last day in time
 * @param daysLeft from the day asked for, or from the day of reporting once it was reported; negative when late
 * @param report the record that ended it, null while nothing has
 * @param reportedOn the day of that, null while nothing has
 */
public record ReportingClock(
        Kind kind,
        RecordId cause,
        LocalDate aware,
        LocalDate due,
        long daysLeft,
        State state,
        @Nullable RecordId report,
        @Nullable LocalDate reportedOn) {

    /** Who reports to whom, and how fast. */
    public enum Kind {
        /** 24 hours. */
        @JsonProperty("site-to-sponsor")
        SITE_TO_SPONSOR(1, Addressee.SPONSOR, ReportKind.INITIAL),
        /** Fatal or life-threatening. */
        @JsonProperty("expedited-7")
        EXPEDITED_7(7, Addressee.AUTHORITY, ReportKind.INITIAL),
        /** What else is to be said of a case that was reported within 7 days: 8 days more. */
        @JsonProperty("expedited-7-follow-up")
        EXPEDITED_7_FOLLOW_UP(15, Addressee.AUTHORITY, ReportKind.FOLLOW_UP),
        @JsonProperty("expedited-15")
        EXPEDITED_15(15, Addressee.AUTHORITY, ReportKind.INITIAL);

        private final int days;
        private final Addressee to;
        private final ReportKind ends;

        Kind(int days, Addressee to, ReportKind ends) {
            this.days = days;
            this.to = to;
            this.ends = ends;
        }

        Addressee to() {
            return to;
        }

        /** Which report ends it: an initial one does not end the clock of what else is to be said. */
        ReportKind ends() {
            return ends;
        }
    }

    /** Where it stands on the day asked for. */
    public enum State {
        @JsonProperty("running")
        RUNNING,
        /** Its last day is over and nothing was reported. */
        @JsonProperty("overdue")
        OVERDUE,
        @JsonProperty("met")
        MET,
        @JsonProperty("late")
        LATE
    }

    /** That it was reported. */
    record Sent(RecordId by, LocalDate on) {}

    static ReportingClock of(Kind kind, RecordId cause, LocalDate aware, @Nullable Sent sent, LocalDate asOf) {
        LocalDate due = aware.plusDays(kind.days);
        long left = ChronoUnit.DAYS.between(sent == null ? asOf : sent.on(), due);
        State state = sent == null ? left < 0 ? State.OVERDUE : State.RUNNING : left < 0 ? State.LATE : State.MET;
        return new ReportingClock(
                kind, cause, aware, due, left, state, sent == null ? null : sent.by(), sent == null ? null : sent.on());
    }

    /** Whether something is still to be reported. */
    public boolean open() {
        return state == State.RUNNING || state == State.OVERDUE;
    }
}
