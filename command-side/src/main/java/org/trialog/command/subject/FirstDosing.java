package org.trialog.command.subject;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.trialog.command.subject.Surroundings.FirstDose;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.DateRange;

/**
 * When a subject was first dosed, as its record stands (rule 14 looks at it from other subjects). The earliest of doses whose
 * days are open lies between the earliest of their earliest days and the earliest of their latest.
 */
public final class FirstDosing {

    /** The days of a subject's own records and its arm depend on nothing around it. */
    private static final Surroundings NOTHING = new Surroundings(new TreeMap<>(), Map.of(), Map.of(), Instant.EPOCH);

    private FirstDosing() {}

    /** Empty before a dose, and where nobody can say in which arm or on which days. */
    public static Optional<FirstDose> of(SubjectState state) {
        List<Matter> doses = state.standing(Treatment.class).stream()
                .map(held -> new Matter(held.id(), held.number(), held.details(), state, NOTHING, false))
                .toList();
        Optional<ArmId> arm = doses.stream().findFirst().flatMap(Matter::armId);
        List<DateRange> days =
                doses.stream().flatMap(dose -> dose.range().stream()).toList();
        Optional<LocalDate> earliest = days.stream().map(DateRange::earliest).min(LocalDate::compareTo);
        Optional<LocalDate> latest = days.stream().map(DateRange::latest).min(LocalDate::compareTo);
        return arm.isPresent() && earliest.isPresent() && latest.isPresent()
                ? Optional.of(new FirstDose(state.subject(), arm.get(), new DateRange(earliest.get(), latest.get())))
                : Optional.empty();
    }
}
