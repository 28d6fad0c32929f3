package org.trialog.query.overview;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trialog.events.clinical.DoseCompleteness;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.protocol.DosePlan;
import org.trialog.events.value.DateRange;
import org.trialog.query.outcome.person.DayZero;
import org.trialog.query.outcome.person.Person;
import org.trialog.query.record.Entry;

/** What was given, by arm and by place in the planned series. A dose without a place is a booster or a period. */
final class ExposureTable {

    private final Cohorts cohorts;

    ExposureTable(Cohorts cohorts) {
        this.cohorts = cohorts;
    }

    /**
     * The doses of one arm.
     *
     * @param treated subjects with at least one dose
     * @param dosesPerSubject of the treated ones
     * @param amounts what was given at once, by unit
     * @param perKilogram cells per kg of body weight
     * @param daysOfTreatment from the first dose to the last, of the treated ones
     * @param notWhole interrupted or given in part
     * @param series one row for each planned dose
     */
    public record Row(
            String group,
            int subjects,
            int treated,
            int doses,
            int outsideSeries,
            Summary dosesPerSubject,
            SortedMap<String, Summary> amounts,
            Summary perKilogram,
            Summary daysOfTreatment,
            int notWhole,
            List<Planned> series) {}

    /**
     * One planned dose.
     *
     * @param open neither given nor missed
     * @param outsideWindow given on another day than the protocol's window allows
     * @param delayDays from the planned day to the day given, negative when early; the first dose is the anchor itself
     */
    public record Planned(int number, int given, int missed, int open, int outsideWindow, Summary delayDays) {}

    List<Row> rows() {
        return cohorts.byArm().entrySet().stream()
                .filter(arm ->
                        cohorts.planned(arm.getKey()).map(one -> !one.control()).orElse(true))
                .map(arm -> row(arm.getKey(), arm.getValue()))
                .toList();
    }

    private Row row(String arm, List<Person> people) {
        List<Person> treated =
                people.stream().filter(person -> !person.doses().isEmpty()).toList();
        List<Treatment> doses = treated.stream()
                .flatMap(person -> person.of(Treatment.class).stream())
                .map(Entry::details)
                .toList();
        List<Double> perKilogram =
                numbers(doses.stream().map(Treatment::perKilogram).filter(Objects::nonNull));
        DosePlan plan = cohorts.planned(arm).map(one -> one.doses()).orElse(null);
        return new Row(
                arm,
                people.size(),
                treated.size(),
                doses.size(),
                (int) doses.stream().filter(dose -> dose.number() == null).count(),
                Summary.of(numbers(treated.stream().map(person -> person.doses().size())), 0),
                amounts(doses),
                Summary.of(perKilogram, doses.size() - perKilogram.size()),
                Summary.of(numbers(treated.stream().map(ExposureTable::daysOfTreatment)), 0),
                (int) doses.stream()
                        .filter(dose -> dose.completeness() == DoseCompleteness.INTERRUPTED
                                || dose.completeness() == DoseCompleteness.PARTIAL)
                        .count(),
                plan == null ? List.of() : series(plan, people));
    }

    private static SortedMap<String, Summary> amounts(List<Treatment> doses) {
        Map<String, List<Double>> byUnit = doses.stream()
                .collect(Collectors.groupingBy(
                        dose -> dose.amount().unit(),
                        TreeMap::new,
                        Collectors.mapping(dose -> dose.amount().amount().doubleValue(), Collectors.toList())));
        SortedMap<String, Summary> amounts = new TreeMap<>();
        byUnit.forEach((unit, values) -> amounts.put(unit, Summary.of(values, 0)));
        return amounts;
    }

    private List<Planned> series(DosePlan plan, List<Person> people) {
        List<Planned> series = new ArrayList<>();
        for (int number = 1; number <= plan.count(); number++) {
            int place = number;
            List<Delay> given = people.stream()
                    .flatMap(person -> given(plan, person, place))
                    .toList();
            int missed = (int) people.stream()
                    .filter(person -> person.missed().contains(place)
                            && given(plan, person, place).findAny().isEmpty())
                    .count();
            series.add(new Planned(
                    place,
                    given.size(),
                    missed,
                    people.size() - given.size() - missed,
                    (int) given.stream().filter(Delay::outsideWindow).count(),
                    Summary.of(numbers(given.stream().map(Delay::days)), 0)));
        }
        return List.copyOf(series);
    }

    private record Delay(long days, boolean outsideWindow) {}

    /** At most one; a day that is not known whole counts at its earliest. */
    private Stream<Delay> given(DosePlan plan, Person person, int number) {
        if (!(cohorts.anchors().of(person, plan.anchor(), null) instanceof DayZero.On zero)) {
            return Stream.empty();
        }
        LocalDate planned = zero.days().getFirst().plus(plan.at().get(number - 1));
        DateRange window = plan.window() == null ? null : plan.window().around(planned);
        return person.doses().stream()
                .filter(dose -> dose.number() != null && dose.number() == number)
                .limit(1)
                .map(dose -> new Delay(
                        ChronoUnit.DAYS.between(planned, dose.start().earliest()),
                        window != null && (dose.start().surelyBefore(window) || window.surelyBefore(dose.start()))));
    }

    private static long daysOfTreatment(Person person) {
        return ChronoUnit.DAYS.between(
                person.doses().getFirst().start().earliest(),
                person.doses().getLast().start().earliest());
    }

    private static <N extends Number> List<Double> numbers(Stream<N> values) {
        return values.map(Number::doubleValue).toList();
    }
}
