package org.trialog.command.subject.treatment;

import static org.trialog.events.clinical.RecordKind.ARM_CHANGE;
import static org.trialog.events.clinical.RecordKind.ARM_CHOICE;
import static org.trialog.events.clinical.RecordKind.DOSE_AUTHORISATION;
import static org.trialog.events.clinical.RecordKind.MISSED_TREATMENT;
import static org.trialog.events.clinical.RecordKind.RANDOMISATION;
import static org.trialog.events.clinical.RecordKind.TREATMENT;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Certainty;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Held;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.events.clinical.DoseAuthorisation;
import org.trialog.events.clinical.MissedTreatment;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.protocol.Arm;
import org.trialog.events.protocol.DosePlan;
import org.trialog.events.value.DateRange;

/**
 * Rules 9 and 11 before the dose: doses are authorised in their order and none beyond the protocol's plan, and no deviation
 * opens that. A dose without a number is a booster: a course of its own, where the protocol has one.
 */
public final class AuthorisationRules {
    private AuthorisationRules() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(11, "authorised-beyond-plan", "booster-not-planned")
                        .heeding(ARM_CHOICE, RANDOMISATION, ARM_CHANGE)
                        .on(DoseAuthorisation.class, AuthorisationRules::beyondPlan),
                Rule.number(9, "authorised-out-of-order")
                        .heeding(TREATMENT, MISSED_TREATMENT)
                        .heedingAmendingOf(EnumSet.of(DOSE_AUTHORISATION))
                        .on(DoseAuthorisation.class, AuthorisationRules::outOfOrder),
                Rule.number(11, "planned-before-authorised")
                        .on(DoseAuthorisation.class, AuthorisationRules::plannedEarlier),
                Rule.number(11, "authorised-already")
                        .heedingAmendingOf(EnumSet.of(DOSE_AUTHORISATION))
                        .on(DoseAuthorisation.class, AuthorisationRules::authorisedAlready),
                Rule.number(11, "authorised-after-dose")
                        .heeding(TREATMENT)
                        .on(DoseAuthorisation.class, AuthorisationRules::givenAlready));
    }

    private static List<Finding> beyondPlan(DoseAuthorisation authorisation, Matter matter) {
        Optional<DosePlan> plan = matter.arm().map(Arm::doses);
        @Nullable Integer number = authorisation.number();
        if (plan.isEmpty()) {
            return List.of();
        }
        if (number == null) {
            return plan.get().boosters()
                    ? List.of()
                    : List.of(Finding.wrong(
                                    11,
                                    "booster-not-planned",
                                    "The protocol plans no boosters in this arm: say which dose of the series it is.")
                            .at("number"));
        }
        return number < 1 || number > plan.get().count()
                ? List.of(Finding.wrong(
                                11,
                                "authorised-beyond-plan",
                                "The protocol plans %d doses in this arm: no other can be authorised."
                                        .formatted(plan.get().count()))
                        .at("number")
                        .with("planned", plan.get().count()))
                : List.of();
    }

    /** Each dose but the first follows one that was given or missed, or that is itself authorised for an earlier day. */
    private static List<Finding> outOfOrder(DoseAuthorisation authorisation, Matter matter) {
        @Nullable Integer number = authorisation.number();
        if (number == null || number <= 1) {
            return List.of();
        }
        int before = number - 1;
        DateRange planned = DateRange.on(authorisation.plannedOn());
        boolean given = matter.others(Treatment.class).stream()
                .filter(held -> Integer.valueOf(before).equals(held.details().number()))
                .anyMatch(held -> matter.range(held.details().date())
                        .map(day -> !day.surelyAfter(planned))
                        .orElse(true));
        boolean missed = matter.others(MissedTreatment.class).stream()
                .anyMatch(held -> held.details().number() == before);
        boolean toBeGiven = matter.others(DoseAuthorisation.class).stream()
                .map(Held::details)
                .anyMatch(other -> Integer.valueOf(before).equals(other.number())
                        && other.plannedOn().isBefore(authorisation.plannedOn()));
        return given || missed || toBeGiven
                ? List.of()
                : List.of(Finding.wrong(
                                9,
                                "authorised-out-of-order",
                                "Dose %d is neither given nor missed before that day, nor authorised for an earlier one:"
                                                .formatted(before)
                                        + " see to that first.")
                        .at("number")
                        .with("number", number));
    }

    private static List<Finding> plannedEarlier(DoseAuthorisation authorisation, Matter matter) {
        return matter.range()
                        .filter(authorised -> authorised.surelyAfter(authorisation.plannedOn()))
                        .isPresent()
                ? List.of(Finding.wrong(
                                11,
                                "planned-before-authorised",
                                "A dose is authorised before it is given: choose a later day for it, or record the dose"
                                        + " itself.")
                        .at("plannedOn"))
                : List.of();
    }

    private static List<Finding> authorisedAlready(DoseAuthorisation authorisation, Matter matter) {
        @Nullable Integer number = authorisation.number();
        return number != null
                        && matter.earlier(DoseAuthorisation.class).stream()
                                .anyMatch(held -> number.equals(held.details().number()))
                ? List.of(Finding.doubt(
                                11,
                                "authorised-already",
                                "That dose is authorised already: retract the authorisation that no longer holds.")
                        .at("number")
                        .with("number", number))
                : List.of();
    }

    /** Judged by clinical date: the dose that an authorisation was for comes after it. */
    private static List<Finding> givenAlready(DoseAuthorisation authorisation, Matter matter) {
        @Nullable Integer number = authorisation.number();
        Optional<DateRange> authorised = matter.range();
        if (number == null || authorised.isEmpty()) {
            return List.of();
        }
        return matter.state().standing(Treatment.class).stream()
                .filter(held -> number.equals(held.details().number()))
                .flatMap(held -> matter.range(held.details().date()).stream())
                .filter(given -> Certainty.before(given, authorised.get()) == Certainty.SURELY)
                .limit(1)
                .map(given -> Finding.doubt(
                                11, "authorised-after-dose", "That dose had been given before it was authorised.")
                        .at("number")
                        .with("number", number))
                .toList();
    }
}
