package org.trialog.command.subject.consent;

import static org.trialog.events.clinical.RecordKind.ARM_CHOICE;
import static org.trialog.events.clinical.RecordKind.BIRTH;
import static org.trialog.events.clinical.RecordKind.CONSENT;
import static org.trialog.events.clinical.RecordKind.CONSENT_WITHDRAWAL;
import static org.trialog.events.clinical.RecordKind.DOSE_AUTHORISATION;
import static org.trialog.events.clinical.RecordKind.ENROLMENT;
import static org.trialog.events.clinical.RecordKind.HARVEST;
import static org.trialog.events.clinical.RecordKind.PREGNANCY;
import static org.trialog.events.clinical.RecordKind.RANDOMISATION;
import static org.trialog.events.clinical.RecordKind.TREATMENT;
import static org.trialog.events.clinical.RecordKind.VISIT;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trialog.command.judgement.Certainty;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.events.clinical.Consent;
import org.trialog.events.clinical.ConsentGiver;
import org.trialog.events.clinical.Enrolment;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.protocol.Arm;
import org.trialog.events.value.DateRange;

/**
 * Rule 1: no procedure or dose of the trial before an effective consent of the right person. What is recorded of the time
 * before (history, covariates, earlier fractures) is no procedure; what belongs to a visit is judged with the visit.
 * What is dated after the consent was withdrawn is rule 24.
 */
public final class ConsentRules {
    static final Set<RecordKind> PROCEDURES =
            EnumSet.of(ENROLMENT, RANDOMISATION, HARVEST, DOSE_AUTHORISATION, TREATMENT, VISIT);

    private ConsentRules() {}

    public static List<Rule> rules() {
        return List.of(Rule.number(
                        1,
                        "consent-missing",
                        "before-consent",
                        "consent-of-wrong-person",
                        "consent-not-renewed-after-birth")
                .heeding(CONSENT, CONSENT_WITHDRAWAL, BIRTH, PREGNANCY, ARM_CHOICE, RANDOMISATION)
                .on(PROCEDURES, ConsentRules::withoutConsent));
    }

    private static List<Finding> withoutConsent(Matter matter) {
        if (matter.arm().map(Arm::retrospective).orElse(false)) {
            return List.of();
        }
        if (GivenConsents.all(matter).isEmpty()) {
            return List.of(Finding.breach(
                            1,
                            "consent-missing",
                            "No effective consent is recorded: record the informed consent first.")
                    .ofTheSubject());
        }
        Optional<DateRange> date = matter.range();
        List<Consent> given = GivenConsents.effective(matter);
        boolean allWithdrawn = given.isEmpty();
        return date.isEmpty() || allWithdrawn ? List.of() : without(given, date.get(), matter);
    }

    private static List<Finding> without(List<Consent> given, DateRange date, Matter matter) {
        RightPerson right = RightPerson.at(date, matter);
        if (given.stream().noneMatch(consent -> right.gave(consent, matter))) {
            return List.of(
                    right.born() && given.stream().anyMatch(consent -> consent.by() == ConsentGiver.PREGNANT_WOMAN)
                            ? Finding.breach(
                                            1,
                                            "consent-not-renewed-after-birth",
                                            "After the birth the guardian has to consent again for the child.")
                                    .at("date")
                            : Finding.breach(
                                            1,
                                            "consent-of-wrong-person",
                                            "The consent on record is not of the person who can give it: the guardian"
                                                    + " of a child, the pregnant woman for a fetus, else the subject.")
                                    .at("date"));
        }
        List<Consent> ofRightPerson = GivenConsents.all(matter).stream()
                .filter(consent -> right.gave(consent, matter))
                .toList();
        Certainty before = Certainty.SURELY;
        for (Consent consent : ofRightPerson) {
            before = before.and(matter.range(consent.date())
                    .map(consented -> Certainty.before(date, consented))
                    .orElse(Certainty.POSSIBLY));
        }
        return before.and(retrospectiveIsOpen(matter) ? Certainty.POSSIBLY : Certainty.SURELY)
                .raise(() -> Finding.breach(
                                1,
                                "before-consent",
                                "It is dated before the consent: nothing of the trial precedes it.")
                        .at("date")
                        .with("consent", ofRightPerson.getFirst().date()));
    }

    /** Before the arm is set, an enrolment that precedes its consent may turn out to be one into a retrospective arm. */
    private static boolean retrospectiveIsOpen(Matter matter) {
        return matter.details() instanceof Enrolment
                && matter.armId().isEmpty()
                && matter.protocol().arms().stream().anyMatch(Arm::retrospective);
    }
}
