package org.trialog.query.outcome.person;

import java.time.LocalDate;
import java.util.List;

/** The day that a subject's time starts from. */
public sealed interface DayZero {

    /**
     * One day, or several for each dose.
     *
     * @param partial whether the record's date was partial and had to be placed
     */
    record On(List<LocalDate> days, boolean partial) implements DayZero {}

    /** There is none, and why. */
    record Missing(String reason) implements DayZero {}
}
