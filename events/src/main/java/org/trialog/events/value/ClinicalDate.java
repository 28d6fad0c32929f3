package org.trialog.events.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When something happened, as precisely as it is known, and kept as it was written. Never completed silently.
 *
 * <p>Forms: {@code 2014}, {@code 2014-02}, {@code 2014-02-17}, {@code 2014-02-17T11:45}, an interval of such
 * {@code 2014-03-10/2014-09-02}, a gestational age {@code GA 31+2} or in whole weeks {@code GA 31}, and {@code unknown}.
 */
public final class ClinicalDate {

    public static final ClinicalDate UNKNOWN = new ClinicalDate("unknown", null, null);

    private final String text;
    private final @Nullable DateRange calendar;
    private final @Nullable GestationalAge gestationalAge;

    private ClinicalDate(String text, @Nullable DateRange calendar, @Nullable GestationalAge gestationalAge) {
        this.text = text;
        this.calendar = calendar;
        this.gestationalAge = gestationalAge;
    }

    /** @throws IllegalArgumentException when the text is none of the forms, or names a day that does not exist */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ClinicalDate of(String text) {
        if (text.equals(UNKNOWN.text)) {
            return UNKNOWN;
        }
        if (text.startsWith("GA ")) {
            return new ClinicalDate(text, null, GestationalAge.of(text.substring(3)));
        }
        return new ClinicalDate(text, CalendarText.range(text), null);
    }

    public static ClinicalDate on(LocalDate day) {
        return new ClinicalDate(day.toString(), DateRange.on(day), null);
    }

    public static ClinicalDate within(DateRange range) {
        return range.exact() ? on(range.earliest()) : of(range.earliest() + "/" + range.latest());
    }

    @JsonValue
    public String text() {
        return text;
    }

    /** The days it can mean; empty for an unknown date and for a gestational age (see {@link #range(LocalDate)}). */
    public Optional<DateRange> range() {
        return Optional.ofNullable(calendar);
    }

    /**
     * The days it can mean, a gestational age being placed by the expected date of birth (date = EDD − 280 days +
     * gestational days).
     *
     * @param expectedDate gestational week 40+0, or null when the pregnancy has not been dated
     */
    public Optional<DateRange> range(@Nullable LocalDate expectedDate) {
        return gestationalAge == null || expectedDate == null
                ? range()
                : Optional.of(gestationalAge.range(expectedDate));
    }

    public Optional<GestationalAge> gestationalAge() {
        return Optional.ofNullable(gestationalAge);
    }

    /** The exact day, if it is known to the day. */
    public Optional<LocalDate> day() {
        return range().filter(DateRange::exact).map(DateRange::earliest);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ClinicalDate that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
