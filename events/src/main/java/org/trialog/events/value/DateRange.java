package org.trialog.events.value;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** All days from {@code earliest} to {@code latest}, both included: what a partial date leaves open. */
public record DateRange(LocalDate earliest, LocalDate latest) {

    public DateRange {
        if (latest.isBefore(earliest)) {
            throw new IllegalArgumentException(
                    "an interval cannot end (%s) before it starts (%s)".formatted(latest, earliest));
        }
    }

    public static DateRange on(LocalDate day) {
        return new DateRange(day, day);
    }

    public boolean exact() {
        return earliest.equals(latest);
    }

    /** True on every reading of both. */
    public boolean surelyBefore(LocalDate day) {
        return latest.isBefore(day);
    }

    /** True on every reading of both. */
    public boolean surelyAfter(LocalDate day) {
        return earliest.isAfter(day);
    }

    public boolean surelyBefore(DateRange other) {
        return latest.isBefore(other.earliest);
    }

    public boolean surelyAfter(DateRange other) {
        return other.surelyBefore(this);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(earliest) && !day.isAfter(latest);
    }

    /** The named placement rule "midpoint": earliest + floor(days / 2). */
    public LocalDate midpoint() {
        return earliest.plusDays(ChronoUnit.DAYS.between(earliest, latest) / 2);
    }
}
