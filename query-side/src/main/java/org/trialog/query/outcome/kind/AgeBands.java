package org.trialog.query.outcome.kind;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.trialog.events.value.DateRange;
import org.trialog.query.outcome.person.Person;

/**
 * Bands of age by calendar from birth (Lexis 1875): the day on which a subject reaches a limit belongs to the band above it.
 * A partial birth is taken at its earliest, as everywhere.
 *
 * @param limits between the bands, in order
 */
record AgeBands(List<Period> limits) {

    private static final List<Period> USUAL = List.of(
            Period.ofMonths(6),
            Period.ofYears(1),
            Period.ofYears(2),
            Period.ofYears(5),
            Period.ofYears(10),
            Period.ofYears(18));

    private static final String YEARS = " years";
    private static final String MONTHS = " months";
    private static final String DAYS = " days";

    /** The usual ones, when none are named. */
    static AgeBands of(List<Period> named) {
        return new AgeBands(named.isEmpty() ? USUAL : named);
    }

    /** The days on which the subject comes into another band; none when its birth is not known. */
    List<LocalDate> birthdays(Person person) {
        DateRange birth = person.birth();
        return birth == null
                ? List.of()
                : limits.stream().map(birth.earliest()::plus).toList();
    }

    String of(Person person, LocalDate day) {
        if (person.birth() == null) {
            return Grouping.UNKNOWN;
        }
        long reached = birthdays(person).stream()
                .filter(birthday -> !birthday.isAfter(day))
                .count();
        return names().get((int) reached);
    }

    /** From the youngest. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        Period from = Period.ZERO;
        for (Period to : limits) {
            names.add(name(from, to));
            from = to;
        }
        names.add(count(from) + unit(from) + " and over");
        return List.copyOf(names);
    }

    /** In the unit of the upper limit, if that can say both. */
    private static String name(Period from, Period to) {
        if (from.isZero() || unit(from).equals(unit(to))) {
            return count(from) + " to " + count(to) + unit(to);
        }
        boolean months = from.get(ChronoUnit.DAYS) == 0 && to.get(ChronoUnit.DAYS) == 0;
        return months ? from.toTotalMonths() + " to " + to.toTotalMonths() + " months" : from + " to " + to;
    }

    private static String count(Period age) {
        return switch (unit(age)) {
            case YEARS -> Long.toString(age.toTotalMonths() / 12);
            case MONTHS -> Long.toString(age.toTotalMonths());
            case DAYS -> Long.toString(age.get(ChronoUnit.DAYS));
            default -> age.toString();
        };
    }

    private static String unit(Period age) {
        if (age.toTotalMonths() == 0) {
            return DAYS;
        }
        if (age.get(ChronoUnit.DAYS) != 0) {
            return "";
        }
        return age.toTotalMonths() % 12 == 0 ? YEARS : MONTHS;
    }
}
