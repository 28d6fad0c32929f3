package org.trialog.query.outcome.kind;

import java.time.LocalDate;
import java.time.Period;
import org.trialog.events.protocol.OutcomeDefinition;
import org.trialog.query.outcome.person.Window;

/** Years by calendar from where an outcome's years start, counted from 0; those before have a negative number. */
record YearsSeen(Question question) {

    Window year(LocalDate anchor, int k) {
        return new Window(anchor, start(anchor, k), start(anchor, k + 1), true);
    }

    /** How many days before the end of the year the last visit may lie. */
    int tolerance(int k) {
        return question.toleranceDays(origin().plusYears(k + 1L));
    }

    private LocalDate start(LocalDate anchor, int k) {
        return anchor.plus(origin().plusYears(k));
    }

    /** Years without an event start where their outcome says; in all other kinds a calendar starts at day 0. */
    private Period origin() {
        return question.definition().kind() == OutcomeDefinition.Kind.EVENT_FREE_TIME ? question.from() : Period.ZERO;
    }
}
