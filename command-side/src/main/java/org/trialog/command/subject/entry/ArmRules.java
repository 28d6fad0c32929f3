package org.trialog.command.subject.entry;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.events.clinical.ArmChoice;
import org.trialog.events.clinical.Randomisation;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.value.ArmId;

/** The arm is one of the protocol's. */
public final class ArmRules {
    private ArmRules() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(0, "arm-unknown", "actual-arm-unknown")
                        .on(Randomisation.class, (record, matter) -> unknown(record.arm(), record.actualArm(), matter)),
                Rule.number(0, "arm-unknown", "actual-arm-unknown")
                        .on(ArmChoice.class, (record, matter) -> unknown(record.arm(), record.actualArm(), matter)),
                Rule.number(0, "arm-not-set")
                        .heeding(RecordKind.ARM_CHOICE, RecordKind.RANDOMISATION)
                        .on(EnumSet.of(RecordKind.TREATMENT, RecordKind.MISSED_TREATMENT), ArmRules::notSet));
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

    private static List<Finding> notSet(Matter matter) {
        return matter.armId().isEmpty()
                ? List.of(Finding.breach(
                        0, "arm-not-set", "The subject has no arm yet, so that no dose is planned: set the arm first."))
                : List.of();
    }
}
