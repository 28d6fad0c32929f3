package org.trialog.query.outcome.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.trialog.events.clinical.ArmChange;
import org.trialog.events.clinical.ArmChoice;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.MissedTreatment;
import org.trialog.events.clinical.Randomisation;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.DateRange;
import org.trialog.query.outcome.person.Person.Allotment;
import org.trialog.query.outcome.person.Person.Dose;
import org.trialog.query.record.Entry;

/** What the records of a subject say about its arm and its doses. */
record Facts(Known known, @Nullable LocalDate expected) {

    boolean any(Class<? extends ClinicalRecord> kind) {
        return !known.of(kind).isEmpty();
    }

    <D extends ClinicalRecord> Optional<D> last(Class<D> kind) {
        return known.of(kind).stream().reduce((_, last) -> last).map(Entry::details);
    }

    @Nullable
    LocalDate earliest(ClinicalDate date) {
        return date.range(expected).map(DateRange::earliest).orElse(null);
    }

    List<Allotment> allotments() {
        List<Allotment> found = new ArrayList<>();
        known.of(ArmChoice.class)
                .forEach(chosen -> found.add(new Allotment(
                        earliest(chosen.details().date()), chosen.details().arm(), false)));
        known.of(Randomisation.class)
                .forEach(drawn -> found.add(new Allotment(
                        earliest(drawn.details().date()), drawn.details().arm(), true)));
        known.of(ArmChange.class)
                .forEach(changed -> found.add(new Allotment(
                        earliest(changed.details().date()), changed.details().arm(), false)));
        found.sort(Comparator.comparing(Allotment::since, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder())));
        return List.copyOf(found);
    }

    List<Dose> doses() {
        return known.of(Treatment.class).stream()
                .flatMap(dose -> dose
                        .details()
                        .date()
                        .range(expected)
                        .map(start -> new Dose(
                                start, dose.details().number(), dose.details().batch()))
                        .stream())
                .sorted(Comparator.comparing((Dose dose) -> dose.start().earliest())
                        .thenComparing(dose -> dose.start().latest()))
                .toList();
    }

    Set<Integer> missed() {
        Set<Integer> numbers = new TreeSet<>();
        known.of(MissedTreatment.class)
                .forEach(missed -> numbers.add(missed.details().number()));
        return numbers;
    }
}
