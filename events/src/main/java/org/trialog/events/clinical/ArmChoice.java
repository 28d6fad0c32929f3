package org.trialog.events.clinical;

import org.jspecify.annotations.Nullable;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.ClinicalDate;

/**
 * The subject's arm was chosen, not randomised.
 *
 * @param actualArm the arm actually followed, where a source says that it differed
 */
public record ArmChoice(
        ClinicalDate date, ArmId arm, @Nullable ArmId actualArm) implements ClinicalRecord {}
