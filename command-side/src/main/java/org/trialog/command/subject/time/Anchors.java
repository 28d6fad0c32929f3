package org.trialog.command.subject.time;

import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Certainty;
import org.trialog.command.subject.Held;
import org.trialog.command.subject.Matter;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.Consent;
import org.trialog.events.clinical.ControlMatch;
import org.trialog.events.clinical.Enrolment;
import org.trialog.events.clinical.MissedTreatment;
import org.trialog.events.clinical.Randomisation;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.clinical.TreatmentStop;
import org.trialog.events.protocol.Anchor;
import org.trialog.events.protocol.Arm;
import org.trialog.events.protocol.DayWindow;
import org.trialog.events.protocol.DosePlan;
import org.trialog.events.value.DateRange;

/** The day 0 of a planned visit or dose, as a range where its own date is partial. */
public final class Anchors {
    /** The kinds of records that can move an anchor. */
    public static final Set<RecordKind> MOVERS = EnumSet.of(
            RecordKind.ENROLMENT,
            RecordKind.RANDOMISATION,
            RecordKind.ARM_CHOICE,
            RecordKind.CONSENT,
            RecordKind.BIRTH,
            RecordKind.PREGNANCY,
            RecordKind.TREATMENT,
            RecordKind.MISSED_TREATMENT,
            RecordKind.TREATMENT_STOP,
            RecordKind.CONTROL_MATCH);

    private Anchors() {}

    /** Empty when the subject has no such day, or not yet. */
    public static Optional<DateRange> day(Anchor anchor, Matter matter) {
        if (anchor.needsDose() && matter.arm().map(Arm::control).orElse(false)) {
            return Optional.empty();
        }
        return switch (anchor) {
            case ENROLMENT -> earliest(Enrolment.class, matter);
            case RANDOMISATION -> earliest(Randomisation.class, matter).or(() -> earliest(Enrolment.class, matter));
            case CONSENT -> earliest(Consent.class, matter);
            case FIRST_DOSE -> earliest(Treatment.class, matter);
            case LAST_DOSE -> lastDose(matter);
            case BIRTH, AGE -> matter.birth();
            case CORRECTED_AGE -> Optional.ofNullable(matter.expectedDate()).map(DateRange::on);
            case INDEX_DATE -> matter.last(ControlMatch.class).map(matched -> DateRange.on(matched.indexDate()));
            case EACH_DOSE, DIAGNOSIS -> Optional.empty();
        };
    }

    /** Whether a date lies outside the window around the day planned from an anchor. */
    public static Certainty outside(DateRange date, DateRange anchor, Period at, DayWindow window) {
        return Certainty.outside(
                date,
                window.around(anchor.earliest().plus(at)),
                window.around(anchor.latest().plus(at)));
    }

    /** The start of the last dose of the planned series, once that is complete or stopped; boosters do not move it. */
    private static Optional<DateRange> lastDose(Matter matter) {
        List<Treatment> doses = matter.state().standing(Treatment.class).stream()
                .map(Held::details)
                .toList();
        @Nullable DosePlan plan = matter.arm().map(Arm::doses).orElse(null);
        boolean over = matter.has(TreatmentStop.class) || (plan != null && complete(plan, doses, matter));
        if (!over) {
            return Optional.empty();
        }
        return doses.stream()
                .filter(dose -> plan == null || dose.number() != null)
                .flatMap(dose -> matter.range(dose.date()).stream())
                .reduce((one, other) -> both(one, other, Anchors::later));
    }

    private static boolean complete(DosePlan plan, List<Treatment> doses, Matter matter) {
        List<Held<MissedTreatment>> missed = matter.state().standing(MissedTreatment.class);
        return IntStream.rangeClosed(1, plan.count())
                .allMatch(number -> doses.stream().anyMatch(dose -> is(number, dose.number()))
                        || missed.stream().anyMatch(one -> one.details().number() == number));
    }

    private static boolean is(int number, @Nullable Integer other) {
        return other != null && other == number;
    }

    private static <D extends ClinicalRecord> Optional<DateRange> earliest(Class<D> type, Matter matter) {
        return matter.state().standing(type).stream()
                .flatMap(held -> matter.range(held.details().date()).stream())
                .reduce((one, other) -> both(one, other, Anchors::sooner));
    }

    private static DateRange both(DateRange one, DateRange other, BinaryOperator<LocalDate> choice) {
        return new DateRange(
                choice.apply(one.earliest(), other.earliest()), choice.apply(one.latest(), other.latest()));
    }

    private static LocalDate sooner(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
