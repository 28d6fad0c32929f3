package org.trialog.query.outcome.kind;

import java.time.LocalDate;
import java.time.Period;
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
        names.add(from.toTotalMonths() % 12 == 0 && from.getDays() == 0
                ? from.toTotalMonths() / 12 + " years and over"
                : count(from) + unit(from) + " and over");
        return List.copyOf(names);
    }

    private static String name(Period from, Period to) {
        if (inYears(from) && inYears(to)) {
            return from.toTotalMonths() / 12 + " to " + to.toTotalMonths() / 12 + " years";
        }
        boolean plain = from.getDays() == 0 && to.getDays() == 0;
        boolean days = from.toTotalMonths() == 0 && to.toTotalMonths() == 0;
        return plain || days ? count(from) + " to " + count(to) + unit(to) : from + " to " + to;
    }

    private static boolean inYears(Period age) {
        return age.getDays() == 0 && age.toTotalMonths() % 12 == 0;
    }

    private static long count(Period age) {
        return age.toTotalMonths() == 0 ? age.getDays() : age.toTotalMonths();
    }

    private static String unit(Period age) {
        return age.toTotalMonths() == 0 ? " days" : " months";
    }
}
