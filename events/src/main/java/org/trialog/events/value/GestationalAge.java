package org.trialog.events.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Age of a pregnancy in weeks and days, {@code 31+2}, or in completed weeks only, {@code 31}, which leaves 7 days open. */
public record GestationalAge(int weeks, @Nullable Integer days) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,2})(?:\\+(\\d))?");

    /** Gestational week 40+0, the expected date of birth, in days. */
    public static final int TERM_DAYS = 280;

    public GestationalAge {
        if (weeks > 45 || weeks < 0 || (days != null && (days < 0 || days > 6))) {
            throw new IllegalArgumentException("a gestational age lies between 0+0 and 45+6");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static GestationalAge of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("'%s' is not a gestational age: write 31+2 or 31".formatted(text));
        }
        String days = form.group(2);
        return new GestationalAge(Integer.parseInt(form.group(1)), days == null ? null : Integer.valueOf(days));
    }

    public int fewestDays() {
        return weeks * 7 + (days == null ? 0 : days);
    }

    public int mostDays() {
        return weeks * 7 + (days == null ? 6 : days);
    }

    /** Places it by the expected date: date = EDD − 280 days + gestational days. */
    public DateRange range(LocalDate expectedDate) {
        LocalDate zero = expectedDate.minusDays(TERM_DAYS);
        return new DateRange(zero.plusDays(fewestDays()), zero.plusDays(mostDays()));
    }

    @JsonValue
    public String text() {
        return days == null ? Integer.toString(weeks) : weeks + "+" + days;
    }
}
