package org.trialog.command.subject.entry;

import static org.trialog.events.clinical.RecordKind.ARM_CHOICE;
import static org.trialog.events.clinical.RecordKind.BIRTH;
import static org.trialog.events.clinical.RecordKind.COMPLETION;
import static org.trialog.events.clinical.RecordKind.DEATH;
import static org.trialog.events.clinical.RecordKind.DOSE_AUTHORISATION;
import static org.trialog.events.clinical.RecordKind.ENROLMENT;
import static org.trialog.events.clinical.RecordKind.MOTHER_LINK;
import static org.trialog.events.clinical.RecordKind.RANDOMISATION;
import static org.trialog.events.clinical.RecordKind.SCREENING;
import static org.trialog.events.clinical.RecordKind.SCREEN_FAILURE;
import static org.trialog.events.clinical.RecordKind.TREATMENT;
import static org.trialog.events.clinical.RecordKind.TREATMENT_STOP;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.events.clinical.ArmChoice;
import org.trialog.events.clinical.Enrolment;
import org.trialog.events.clinical.Randomisation;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.clinical.ScreenFailure;
import org.trialog.events.protocol.Arm;

/** What must be there before something else can be: screening, enrolment; and what can be there only once. */
public final class EntryRules {
    private static final Set<RecordKind> ONLY_ONCE = EnumSet.of(
            SCREENING,
            SCREEN_FAILURE,
            ENROLMENT,
            RANDOMISATION,
            ARM_CHOICE,
            BIRTH,
            DEATH,
            TREATMENT_STOP,
            COMPLETION,
            MOTHER_LINK);

    private EntryRules() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(0, "already-recorded")
                        .heedingAmendingOf(ONLY_ONCE)
                        .on(ONLY_ONCE, EntryRules::alreadyRecorded),
                Rule.number(0, "not-enrolled")
                        .heeding(ENROLMENT, ARM_CHOICE, RANDOMISATION)
                        .on(
                                EnumSet.of(RANDOMISATION, ARM_CHOICE, TREATMENT, DOSE_AUTHORISATION),
                                EntryRules::notEnrolled),
                Rule.number(0, "enrolled-and-screen-failed")
                        .heeding(ENROLMENT, SCREEN_FAILURE)
                        .on(EnumSet.of(ENROLMENT, SCREEN_FAILURE), EntryRules::enrolledAndFailed));
    }

    private static List<Finding> alreadyRecorded(Matter matter) {
        boolean again = !matter.earlier(matter.details().getClass()).isEmpty();
        boolean otherArm = matter.details() instanceof ArmChoice && matter.has(Randomisation.class);
        boolean otherChoice = matter.details() instanceof Randomisation && matter.has(ArmChoice.class);
        return again || otherArm || otherChoice
                ? List.of(Finding.wrong(
                        0, "already-recorded", "That has been recorded already: correct the record that there is."))
                : List.of();
    }

    /** A retrospective arm is recorded years after the fact and may be set first, so that it exempts what follows. */
    private static List<Finding> notEnrolled(Matter matter) {
        return matter.has(Enrolment.class)
                        || matter.arm().map(Arm::retrospective).orElse(false)
                ? List.of()
                : List.of(
                        Finding.breach(0, "not-enrolled", "The subject is not enrolled: record the enrolment first."));
    }

    private static List<Finding> enrolledAndFailed(Matter matter) {
        return matter.has(Enrolment.class) && matter.has(ScreenFailure.class)
                ? List.of(Finding.breach(
                        0,
                        "enrolled-and-screen-failed",
                        "A subject is enrolled or has failed screening, not both: retract what is not true."))
                : List.of();
    }
}
