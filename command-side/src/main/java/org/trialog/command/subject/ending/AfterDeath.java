package org.trialog.command.subject.ending;

import static org.trialog.events.clinical.RecordKind.ADVERSE_EVENT;
import static org.trialog.events.clinical.RecordKind.ARM_CHANGE;
import static org.trialog.events.clinical.RecordKind.ARM_CHOICE;
import static org.trialog.events.clinical.RecordKind.ASSESSMENT;
import static org.trialog.events.clinical.RecordKind.CLINICAL_EVENT;
import static org.trialog.events.clinical.RecordKind.CONSENT;
import static org.trialog.events.clinical.RecordKind.CONTACT_REGAIN;
import static org.trialog.events.clinical.RecordKind.DEATH;
import static org.trialog.events.clinical.RecordKind.DOSE_AUTHORISATION;
import static org.trialog.events.clinical.RecordKind.ELIGIBILITY;
import static org.trialog.events.clinical.RecordKind.ENROLMENT;
import static org.trialog.events.clinical.RecordKind.FOLLOW_UP;
import static org.trialog.events.clinical.RecordKind.FRACTURE;
import static org.trialog.events.clinical.RecordKind.HARVEST;
import static org.trialog.events.clinical.RecordKind.IMAGING;
import static org.trialog.events.clinical.RecordKind.LOSS_TO_FOLLOW_UP;
import static org.trialog.events.clinical.RecordKind.MEASUREMENT;
import static org.trialog.events.clinical.RecordKind.MEDICATION;
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
import org.trialog.events.clinical.ClinicalEvent;
import org.trialog.events.clinical.Death;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.DateRange;

/**
 * Rule 18: nothing clinical begins after death. Open stay the death itself, autopsy, the end and outcome of adverse events,
 * and what is decided on paper. A measurement and an image are flagged only: the result of a sample may carry
 * a later day, and an image may be part of the autopsy.
 */
public final class AfterDeath {
    private static final Set<RecordKind> CLOSED = EnumSet.of(
            CONSENT,
            ELIGIBILITY,
            ENROLMENT,
            RANDOMISATION,
            ARM_CHOICE,
            ARM_CHANGE,
            HARVEST,
            DOSE_AUTHORISATION,
            PREGNANCY,
            TREATMENT,
            VISIT,
            FOLLOW_UP,
            ASSESSMENT,
            FRACTURE,
            ADVERSE_EVENT,
            CLINICAL_EVENT,
            MEDICATION,
            LOSS_TO_FOLLOW_UP,
            CONTACT_REGAIN);

    private static final String AUTOPSY = "autopsy";

    private AfterDeath() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(18, "after-death").heeding(DEATH).on(CLOSED, matter -> after(matter, false)),
                Rule.number(18, "measured-after-death")
                        .heeding(DEATH)
                        .on(EnumSet.of(MEASUREMENT, IMAGING), matter -> after(matter, true)),
                Rule.number(18, "death-before-birth")
                        .heeding(RecordKind.BIRTH)
                        .on(Death.class, (death, matter) -> beforeBirth(matter)));
    }

    private static List<Finding> after(Matter matter, boolean doubtOnly) {
        Optional<ClinicalDate> death = matter.last(Death.class).map(Death::date);
        Optional<DateRange> died = death.flatMap(matter::range);
        Optional<DateRange> date = matter.range();
        boolean autopsy =
                matter.details() instanceof ClinicalEvent event && event.kind().equals(AUTOPSY);
        if (death.isEmpty() || died.isEmpty() || date.isEmpty() || autopsy) {
            return List.of();
        }
        return Certainty.after(date.get(), died.get()).raise(() -> (doubtOnly
                        ? Finding.doubt(18, "measured-after-death", "It is dated after the death.")
                        : Finding.wrong(
                                18,
                                "after-death",
                                "It is dated after the death that is recorded: one of the two dates is wrong."))
                .at("date")
                .with("death", death.get())
                .with("date", matter.details().date()));
    }

    private static List<Finding> beforeBirth(Matter matter) {
        Optional<DateRange> birth = matter.birth();
        Optional<DateRange> died = matter.range();
        return birth.isPresent() && died.isPresent() && died.get().surelyBefore(birth.get())
                ? List.of(Finding.wrong(
                                18,
                                "death-before-birth",
                                "The death is dated before the birth that is recorded: one of the two dates is wrong.")
                        .at("date"))
                : List.of();
    }
}
