package org.trialog.command.subject.treatment;

import static org.trialog.events.clinical.RecordKind.ARM_CHANGE;
import static org.trialog.events.clinical.RecordKind.ARM_CHOICE;
import static org.trialog.events.clinical.RecordKind.RANDOMISATION;
import static org.trialog.events.clinical.RecordKind.TREATMENT;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Certainty;
import org.trialog.command.judgement.Finding;
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
 * before the next. How long depends on the place in which a subject comes, also where an earlier one is entered late.
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
                        .on(DoseAuthorisation.class, StaggerRules::planned));
    }

    private static List<Finding> given(Treatment dose, Matter matter) {
        boolean first = matter.others(Treatment.class).stream().noneMatch(other -> precedes(other, matter));
        return first && matter.range().isPresent()
                ? tooSoon(matter.range().get(), matter, "date", Finding::doubt)
                : List.of();
    }

    private static List<Finding> planned(DoseAuthorisation authorisation, Matter matter) {
        boolean notFirst = matter.has(Treatment.class)
                || matter.others(DoseAuthorisation.class).stream()
                        .anyMatch(other -> other.details().plannedOn().isBefore(authorisation.plannedOn()));
        return notFirst
                ? List.of()
                : tooSoon(DateRange.on(authorisation.plannedOn()), matter, "plannedOn", Finding::wrong);
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

    private static List<Finding> tooSoon(DateRange day, Matter matter, String field, Severity severity) {
        @Nullable ArmId arm = matter.armId().orElse(null);
        @Nullable
        Stagger stagger = matter.arm().map(Arm::doses).map(DosePlan::stagger).orElse(null);
        if (arm == null || stagger == null) {
            return List.of();
        }
        List<DateRange> others = matter.surroundings().firstDoses().stream()
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
                        "Another subject's first dose is too short ago: %s is the first day for this one."
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
