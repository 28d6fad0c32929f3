package org.trialog.command.subject.entry;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Certainty;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.ArmCourse;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.events.clinical.ArmChange;
import org.trialog.events.clinical.ArmChoice;
import org.trialog.events.clinical.Randomisation;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.DateRange;

/** The arm is one of the protocol's; crossing over leads from one to another. */
public final class ArmRules {
    private ArmRules() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(0, "arm-unknown", "actual-arm-unknown")
                        .on(Randomisation.class, (record, matter) -> unknown(record.arm(), record.actualArm(), matter)),
                Rule.number(0, "arm-unknown", "actual-arm-unknown")
                        .on(ArmChoice.class, (record, matter) -> unknown(record.arm(), record.actualArm(), matter)),
                Rule.number(0, "arm-unknown")
                        .on(ArmChange.class, (record, matter) -> unknown(record.arm(), null, matter)),
                Rule.number(8, "arm-changed-before-it-was-set", "arm-not-changed")
                        .heeding(RecordKind.ARM_CHOICE, RecordKind.RANDOMISATION)
                        .on(ArmChange.class, ArmRules::change),
                Rule.number(0, "arm-not-set")
                        .heeding(RecordKind.ARM_CHOICE, RecordKind.RANDOMISATION)
                        .on(
                                EnumSet.of(
                                        RecordKind.TREATMENT,
                                        RecordKind.MISSED_TREATMENT,
                                        RecordKind.DOSE_AUTHORISATION),
                                ArmRules::notSet));
    }

    private static List<Finding> unknown(ArmId arm, @Nullable ArmId actual, Matter matter) {
        List<Finding> findings = new ArrayList<>();
        if (matter.protocol().arm(arm).isEmpty()) {
            findings.add(Finding.wrong(0, "arm-unknown", "The protocol has no arm of that code.")
                    .at("arm")
                    .with("arm", arm));
        }
        if (actual != null && matter.protocol().arm(actual).isEmpty()) {
            findings.add(Finding.doubt(0, "actual-arm-unknown", "The arm actually followed is none of the protocol's.")
                    .at("actualArm")
                    .with("arm", actual));
        }
        return findings;
    }

    /** Rule 8: a subject crosses over from an arm that it has to another one. */
    private static List<Finding> change(ArmChange change, Matter matter) {
        Optional<ArmCourse.Step> before = matter.armCourse().before(matter.id());
        Optional<DateRange> from = before.flatMap(ArmCourse.Step::from);
        Certainty tooEarly = before.isEmpty()
                ? Certainty.SURELY
                : from.isEmpty() || matter.range().isEmpty()
                        ? Certainty.NO
                        : Certainty.before(matter.range().get(), from.get());
        List<Finding> findings = new ArrayList<>(tooEarly.raise(() -> Finding.wrong(
                        8,
                        "arm-changed-before-it-was-set",
                        "A subject crosses over from the arm that it has: the arm is set first, and on an earlier day.")
                .at("date")));
        if (before.map(ArmCourse.Step::arm).filter(change.arm()::equals).isPresent()) {
            findings.add(Finding.wrong(8, "arm-not-changed", "The subject is in that arm already: name the new one.")
                    .at("arm")
                    .with("arm", change.arm()));
        }
        return findings;
    }

    private static List<Finding> notSet(Matter matter) {
        return matter.armId().isEmpty()
                ? List.of(Finding.breach(
                        0, "arm-not-set", "The subject has no arm yet, so that no dose is planned: set the arm first."))
                : List.of();
    }
}
