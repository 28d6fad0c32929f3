package org.trialog.events.value;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The age on a stated day, in days: what stands in clear beside an encrypted birth date, for rules and outcomes. Negative
 * before birth; a partial birth date leaves an interval.
 *
 * @param on the day on which the age holds
 * @param fewestDays the age on the latest reading of the birth date
 * @param mostDays the age on the earliest reading of the birth date
 */
public record AgeOn(LocalDate on, int fewestDays, int mostDays) {

    public AgeOn {
        if (fewestDays > mostDays) {
            throw new IllegalArgumentException("the fewest days of age cannot exceed the most");
        }
    }

    public static AgeOn of(DateRange birth, LocalDate on) {
        return new AgeOn(on, days(birth.latest(), on), days(birth.earliest(), on));
    }

    /** The days on which the birth can have been. */
    public DateRange birth() {
        return new DateRange(on.minusDays(mostDays), on.minusDays(fewestDays));
    }

    private static int days(LocalDate birth, LocalDate on) {
        return Math.toIntExact(ChronoUnit.DAYS.between(birth, on));
    }
}
