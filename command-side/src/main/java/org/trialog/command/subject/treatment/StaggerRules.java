package org.trialog.command.subject.treatment;

import static org.trialog.events.clinical.RecordKind.ARM_CHANGE;
import static org.trialog.events.clinical.RecordKind.ARM_CHOICE;
import static org.trialog.events.clinical.RecordKind.DEATH;
import static org.trialog.events.clinical.RecordKind.MISSED_TREATMENT;
import static org.trialog.events.clinical.RecordKind.RANDOMISATION;
import static org.trialog.events.clinical.RecordKind.TREATMENT;
import static org.trialog.events.clinical.RecordKind.TREATMENT_STOP;
import static org.trialog.events.clinical.RecordKind.WITHDRAWAL;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Certainty;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.FirstDosing;
import org.trialog.command.subject.Held;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.command.subject.Surroundings.FirstDose;
import org.trialog.events.clinical.DoseAuthorisation;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.protocol.Arm;
import org.trialog.events.protocol.DosePlan;
import org.trialog.events.protocol.Stagger;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.DateRange;

/**
 * Rule 14: the first doses of different subjects of an arm keep the protocol's time apart, so that harm to one is seen
 * before the next. How long depends on the place in which a subject comes, also where an earlier one is entered late. An
 * authorisation keeps it from those given and from those authorised; a dose that was given, from those given.
 */
public final class StaggerRules {
    private StaggerRules() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(14, "first-dose-too-soon")
                        .heeding(TREATMENT, ARM_CHOICE, RANDOMISATION, ARM_CHANGE)
                        .on(Treatment.class, StaggerRules::given),
                Rule.number(14, "first-dose-too-soon")
                        .heeding(ARM_CHOICE, RANDOMISATION, ARM_CHANGE)
                        .heedingAmendingOf(EnumSet.of(MISSED_TREATMENT, TREATMENT_STOP, WITHDRAWAL, DEATH))
                        .on(DoseAuthorisation.class, StaggerRules::planned));
    }

    private static List<Finding> given(Treatment dose, Matter matter) {
        boolean first = matter.others(Treatment.class).stream().noneMatch(other -> precedes(other, matter));
        return first && matter.range().isPresent()
                ? tooSoon(matter.range().get(), given(matter), matter, "date", Finding::doubt)
                : List.of();
    }

    private static List<Finding> planned(DoseAuthorisation authorisation, Matter matter) {
        DateRange day = DateRange.on(authorisation.plannedOn());
        boolean first = FirstDosing.of(matter.state())
                .filter(dose -> dose.planned() && dose.day().equals(day))
                .isPresent();
        return first
                ? tooSoon(day, matter.surroundings().firstDoses(), matter, "plannedOn", Finding::wrong)
                : List.of();
    }

    private static boolean precedes(Held<Treatment> other, Matter matter) {
        Optional<DateRange> day = matter.range();
        Optional<DateRange> before = matter.range(other.details().date());
        if (day.isEmpty() || before.isEmpty()) {
            return other.number() < matter.number();
        }
        int order = before.get().earliest().compareTo(day.get().earliest());
        return order == 0 ? other.number() < matter.number() : order < 0;
    }

    private static List<FirstDose> given(Matter matter) {
        return matter.surroundings().firstDoses().stream()
                .filter(Predicate.not(FirstDose::planned))
                .toList();
    }

    private static List<Finding> tooSoon(
            DateRange day, List<FirstDose> firstDoses, Matter matter, String field, Severity severity) {
        @Nullable ArmId arm = matter.armId().orElse(null);
        @Nullable
        Stagger stagger = matter.arm().map(Arm::doses).map(DosePlan::stagger).orElse(null);
        if (arm == null || stagger == null) {
            return List.of();
        }
        List<DateRange> others = firstDoses.stream()
                .filter(other -> other.arm().equals(arm)
                        && !other.subject().equals(matter.state().subject()))
                .map(FirstDose::day)
                .toList();
        List<DateRange> before = others.stream()
                .filter(other -> !other.earliest().isAfter(day.earliest()))
                .toList();
        List<DateRange> after =
                others.stream().filter(other -> !before.contains(other)).toList();
        int place = before.size() + 1;
        List<Finding> since = closer(day, before, stagger.before(place)).raise(() -> finding(
                        severity,
                        "Another subject's first dose is too close before: %s is the first day for this one."
                                .formatted(firstDay(before, stagger.before(place))),
                        place)
                .at(field));
        return since.isEmpty()
                ? closer(day, after, stagger.before(place + 1)).raise(() -> finding(
                                severity,
                                "Another subject's first dose follows too soon after this one: choose a day"
                                        + " that keeps the protocol's time apart.",
                                place)
                        .at(field))
                : since;
    }

    private static Finding finding(Severity severity, String sentence, int place) {
        return severity.finding(14, "first-dose-too-soon", sentence).with("place", place);
    }

    /** On which every one of these is long enough ago, on every reading of their dates. */
    private static LocalDate firstDay(List<DateRange> before, Period apart) {
        return before.stream()
                .map(other -> other.latest().plus(apart))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Certainty closer(DateRange day, List<DateRange> others, Period apart) {
        Certainty closest = Certainty.NO;
        for (DateRange other : others) {
            Certainty one = closer(day, other, apart);
            closest = one.compareTo(closest) > 0 ? one : closest;
        }
        return closest;
    }

    private static Certainty closer(DateRange one, DateRange other, Period apart) {
        if (keeps(apart, one.latest(), other.earliest()) || keeps(apart, other.latest(), one.earliest())) {
            return Certainty.NO;
        }
        boolean canBeApart =
                keeps(apart, one.earliest(), other.latest()) || keeps(apart, other.earliest(), one.latest());
        return canBeApart ? Certainty.POSSIBLY : Certainty.SURELY;
    }

    private static boolean keeps(Period apart, LocalDate first, LocalDate second) {
        return !second.isBefore(first.plus(apart));
    }
}
