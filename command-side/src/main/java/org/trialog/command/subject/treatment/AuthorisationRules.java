package org.trialog.command.subject.treatment;

import static org.trialog.events.clinical.RecordKind.ARM_CHANGE;
import static org.trialog.events.clinical.RecordKind.ARM_CHOICE;
import static org.trialog.events.clinical.RecordKind.DOSE_AUTHORISATION;
import static org.trialog.events.clinical.RecordKind.RANDOMISATION;
import static org.trialog.events.clinical.RecordKind.TREATMENT;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Certainty;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.events.clinical.DoseAuthorisation;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.protocol.Arm;
import org.trialog.events.protocol.DosePlan;
import org.trialog.events.value.DateRange;

/**
 * Rule 11 before the dose: no dose beyond the protocol's plan is authorised, and no deviation opens that. A dose without a
 * number is a booster: a course of its own, where the protocol has one.
 */
public final class AuthorisationRules {
    private AuthorisationRules() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(11, "authorised-beyond-plan", "booster-not-planned")
                        .heeding(ARM_CHOICE, RANDOMISATION, ARM_CHANGE)
                        .on(DoseAuthorisation.class, AuthorisationRules::beyondPlan),
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
