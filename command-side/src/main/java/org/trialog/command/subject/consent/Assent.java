package org.trialog.command.subject.consent;

import static org.trialog.events.clinical.RecordKind.ARM_CHOICE;
import static org.trialog.events.clinical.RecordKind.BIRTH;
import static org.trialog.events.clinical.RecordKind.CONSENT;
import static org.trialog.events.clinical.RecordKind.CONSENT_WITHDRAWAL;
import static org.trialog.events.clinical.RecordKind.RANDOMISATION;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Certainty;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.events.clinical.Consent;
import org.trialog.events.protocol.Arm;
import org.trialog.events.value.DateRange;

/** Rule 1: from an age that the protocol sets, a child's own assent is needed beside its guardian's consent. */
public final class Assent {
    private Assent() {}

    public static List<Rule> rules() {
        return List.of(Rule.number(1, "assent-missing")
                .heeding(CONSENT, CONSENT_WITHDRAWAL, BIRTH, ARM_CHOICE, RANDOMISATION)
                .on(ConsentRules.PROCEDURES, Assent::missing));
    }

    private static List<Finding> missing(Matter matter) {
        @Nullable Period age = matter.protocol().consentAges().assent();
        Optional<DateRange> birth = matter.birth();
        Optional<DateRange> date = matter.range();
        if (age == null
                || birth.isEmpty()
                || date.isEmpty()
                || matter.arm().map(Arm::retrospective).orElse(false)) {
            return List.of();
        }
        DateRange lastDayBefore = new DateRange(
                birth.get().earliest().plus(age).minusDays(1),
                birth.get().latest().plus(age).minusDays(1));
        Period majority = matter.protocol().consentAges().majority();
        DateRange ofAge = new DateRange(
                birth.get().earliest().plus(majority), birth.get().latest().plus(majority));
        Certainty missing = Certainty.after(date.get(), lastDayBefore).and(Certainty.before(date.get(), ofAge));
        for (Consent assent : GivenConsents.assents(matter)) {
            missing = missing.and(matter.range(assent.date())
                    .map(assented -> Certainty.before(date.get(), assented))
                    .orElse(Certainty.POSSIBLY));
        }
        return missing.raise(() -> Finding.breach(
                        1,
                        "assent-missing",
                        "A child of that age is asked itself: record its assent beside the guardian's consent.")
                .at("date")
                .with("from", age));
    }
}
