package org.trialog.query.overview;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trialog.events.clinical.Assessment;
import org.trialog.events.clinical.Birth;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.Covariate;
import org.trialog.events.clinical.Measurement;
import org.trialog.events.protocol.Instrument;
import org.trialog.events.protocol.MeasurementDefinition;
import org.trialog.events.value.DateRange;
import org.trialog.query.outcome.figure.Group;
import org.trialog.query.outcome.person.Person;
import org.trialog.query.record.Entry;

/**
 * Who the enrolled subjects are, by arm: each property as last known on the day of enrolment or before (a covariate that was
 * dated later, such as a gene variant that was read afterwards, does not count). Without tests: in a comparison that was not
 * randomised they say nothing, and in one that was, nothing new.
 */
final class BaselineTable {

    private final Cohorts cohorts;

    BaselineTable(Cohorts cohorts) {
        this.cohorts = cohorts;
    }

    /**
     * One property in one arm: a number has a summary, a category has counts.
     *
     * @param unit of the number; null where it has none
     * @param counts subjects by value, {@code unknown} last in meaning and sorted in place
     */
    public record Row(
            String property,
            String group,
            @Nullable String unit,
            @Nullable Summary summary,
            @Nullable SortedMap<String, Integer> counts) {}

    List<Row> rows() {
        List<Row> rows = new ArrayList<>(numbers("age", "years", this::age));
        rows.addAll(categories("sex", (person, _) -> sex(person)));
        covariates().forEach(code -> rows.addAll(categories(code, (person, day) -> covariate(person, code, day))));
        for (MeasurementDefinition measured : cohorts.protocol().measurements()) {
            rows.addAll(numbers(
                    measured.code(), measured.unit(), (person, day) -> measurement(person, measured.code(), day)));
        }
        for (Instrument instrument : cohorts.protocol().instruments()) {
            rows.addAll(
                    numbers(instrument.id(), instrument.unit(), (person, day) -> total(person, instrument.id(), day)));
        }
        return List.copyOf(rows);
    }

    private List<Row> numbers(
            String property, @Nullable String unit, BiFunction<Person, LocalDate, Optional<Double>> value) {
        List<Row> rows = new ArrayList<>();
        cohorts.byArm().forEach((arm, people) -> {
            List<Double> values = people.stream()
                    .flatMap(person -> cohorts.enrolment(person).flatMap(day -> value.apply(person, day)).stream())
                    .toList();
            rows.add(new Row(property, arm, unit, Summary.of(values, people.size() - values.size()), null));
        });
        return rows;
    }

    private List<Row> categories(String property, BiFunction<Person, LocalDate, Optional<String>> value) {
        List<Row> rows = new ArrayList<>();
        cohorts.byArm().forEach((arm, people) -> {
            SortedMap<String, Integer> counts = new TreeMap<>();
            people.forEach(person -> counts.merge(
                    cohorts.enrolment(person)
                            .flatMap(day -> value.apply(person, day))
                            .orElse("unknown"),
                    1,
                    Integer::sum));
            rows.add(new Row(property, arm, null, null, counts));
        });
        return rows;
    }

    private Set<String> covariates() {
        TreeSet<String> codes = new TreeSet<>();
        cohorts.people().stream()
                .flatMap(person -> person.of(Covariate.class).stream())
                .forEach(entry -> codes.add(entry.details().code()));
        return codes;
    }

    /** Negative before birth. */
    private Optional<Double> age(Person person, LocalDate day) {
        return Optional.ofNullable(person.birth())
                .map(birth -> ChronoUnit.DAYS.between(birth.earliest(), day) / Group.YEAR);
    }

    private static Optional<String> sex(Person person) {
        return person.of(Birth.class).stream()
                .map(birth -> birth.details().sex())
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static Optional<String> covariate(Person person, String code, LocalDate day) {
        return last(
                        person,
                        person.of(Covariate.class).stream()
                                .filter(entry -> entry.details().code().equals(code)),
                        day)
                .map(Covariate::value);
    }

    private static Optional<Double> measurement(Person person, String code, LocalDate day) {
        return last(
                        person,
                        person.of(Measurement.class).stream()
                                .filter(entry -> entry.details().code().equals(code)
                                        && entry.details().value() != null),
                        day)
                .map(Measurement::value)
                .map(Number::doubleValue);
    }

    private static Optional<Double> total(Person person, String instrument, LocalDate day) {
        return last(
                        person,
                        person.of(Assessment.class).stream()
                                .filter(entry -> entry.details().instrument().equals(instrument)
                                        && entry.details().total() != null),
                        day)
                .map(Assessment::total)
                .map(Number::doubleValue);
    }

    /** The latest that can have been known on the day; of two on one day, the one recorded later. */
    private static <D extends ClinicalRecord> Optional<D> last(Person person, Stream<Entry<D>> entries, LocalDate day) {
        D latest = null;
        LocalDate since = LocalDate.MIN;
        for (Entry<D> entry : entries.toList()) {
            LocalDate dated = person.range(entry.details().date())
                    .map(DateRange::earliest)
                    .orElse(LocalDate.MIN);
            if (!dated.isAfter(day) && !dated.isBefore(since)) {
                latest = entry.details();
                since = dated;
            }
        }
        return Optional.ofNullable(latest);
    }
}
