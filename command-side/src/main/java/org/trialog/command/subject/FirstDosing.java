package org.trialog.command.subject;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.trialog.command.subject.Surroundings.FirstDose;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.Death;
import org.trialog.events.clinical.DoseAuthorisation;
import org.trialog.events.clinical.MissedTreatment;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.clinical.TreatmentStop;
import org.trialog.events.clinical.Withdrawal;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.DateRange;

/**
 * When a subject was first dosed, or is to be, as its record stands (rule 14 looks at it from other subjects). The earliest
 * of doses whose days are open lies between the earliest of their earliest days and the earliest of their latest. Before any
 * dose it is the first one authorised: that counts until it is given, missed, taken back, or the treatment ends before it.
 */
public final class FirstDosing {

    /** The days of a subject's own records and its arm depend on nothing around it. */
    private static final Surroundings NOTHING = new Surroundings(new TreeMap<>(), Map.of(), Map.of(), Instant.EPOCH);

    private FirstDosing() {}

    /** Empty before a dose is given or authorised, and where nobody can say in which arm or on which days. */
    public static Optional<FirstDose> of(SubjectState state) {
        return state.standing(Treatment.class).isEmpty() ? planned(state) : given(state);
    }

    /** A day of a dose and the arm that was followed then. */
    private record Dose(DateRange day, Optional<ArmId> arm) {}

    private static Optional<FirstDose> given(SubjectState state) {
        List<Dose> doses = matters(state, Treatment.class)
                .flatMap(dose -> dose.range().map(day -> new Dose(day, dose.armId())).stream())
                .toList();
        Optional<Dose> first =
                doses.stream().min(Comparator.comparing(dose -> dose.day().earliest()));
        Optional<LocalDate> latest =
                doses.stream().map(dose -> dose.day().latest()).min(LocalDate::compareTo);
        return first.flatMap(Dose::arm)
                .map(arm -> new FirstDose(
                        state.subject(),
                        arm,
                        new DateRange(first.orElseThrow().day().earliest(), latest.orElseThrow()),
                        false));
    }

    private static Optional<FirstDose> planned(SubjectState state) {
        return state.standing(DoseAuthorisation.class).stream()
                .map(Held::details)
                .filter(Predicate.not(authorised -> missed(state, authorised)))
                .map(DoseAuthorisation::plannedOn)
                .filter(Predicate.not(day -> ended(state, day)))
                .min(LocalDate::compareTo)
                .flatMap(day ->
                        arm(state, day).map(arm -> new FirstDose(state.subject(), arm, DateRange.on(day), true)));
    }

    private static boolean missed(SubjectState state, DoseAuthorisation authorised) {
        return state.standing(MissedTreatment.class).stream()
                .anyMatch(held -> Integer.valueOf(held.details().number()).equals(authorised.number()));
    }

    private static boolean ended(SubjectState state, LocalDate planned) {
        return Stream.of(TreatmentStop.class, Withdrawal.class, Death.class)
                .flatMap(ending -> matters(state, ending))
                .flatMap(ending -> ending.range().stream())
                .anyMatch(ending -> ending.surelyBefore(DateRange.on(planned)));
    }

    private static Optional<ArmId> arm(SubjectState state, LocalDate day) {
        return matters(state, DoseAuthorisation.class)
                .findFirst()
                .flatMap(authorised -> authorised.armCourse().on(Optional.of(DateRange.on(day))));
    }

    private static <D extends ClinicalRecord> Stream<Matter> matters(SubjectState state, Class<D> type) {
        return state.standing(type).stream()
                .map(held -> new Matter(held.id(), held.number(), held.details(), state, NOTHING, false));
    }
}
