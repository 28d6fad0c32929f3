package org.trialog.events.clinical;

import org.jspecify.annotations.Nullable;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.ClinicalDate;

/**
 * The subject was allotted to an arm by chance.
 *
 * @param arm the planned arm: analyses go by it
 * @param actualArm the arm actually followed, where a source says that it differed
 */
public record Randomisation(
        ClinicalDate date, ArmId arm, @Nullable ArmId actualArm) implements ClinicalRecord {}
