package org.trialog.events.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the calendar forms of a clinical date: year, month, day, minute, or an interval of them. */
final class CalendarText {

    private static final Pattern FORM =
            Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2})(?:T(\\d{2}:\\d{2}(?::\\d{2})?))?)?)?");

    private CalendarText() {}

    static DateRange range(String text) {
        int slash = text.indexOf('/');
        try {
            if (slash < 0) {
                return one(text);
            }
            return new DateRange(
                    one(text.substring(0, slash)).earliest(),
                    one(text.substring(slash + 1)).latest());
        } catch (DateTimeException impossible) {
            throw new IllegalArgumentException("'%s' is not a day that exists".formatted(text), impossible);
        }
    }

    private static DateRange one(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "'%s' is not a clinical date: write 2014, 2014-02, 2014-02-17, 2014-03-10/2014-09-02, GA 31+2 or unknown"
                            .formatted(text.length() > 40 ? text.substring(0, 40) + "…" : text));
        }
        int year = Integer.parseInt(form.group(1));
        if (form.group(2) == null) {
            return new DateRange(
                    LocalDate.of(year, 1, 1), Year.of(year).atMonth(12).atEndOfMonth());
        }
        YearMonth month = YearMonth.of(year, Integer.parseInt(form.group(2)));
        if (form.group(3) == null) {
            return new DateRange(month.atDay(1), month.atEndOfMonth());
        }
        if (form.group(4) != null) {
            LocalTime.parse(form.group(4));
        }
        return DateRange.on(LocalDate.of(year, month.getMonth(), Integer.parseInt(form.group(3))));
    }
}
