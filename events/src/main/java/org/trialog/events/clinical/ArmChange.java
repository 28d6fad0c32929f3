package org.trialog.events.clinical;

import org.trialog.events.value.ArmId;
import org.trialog.events.value.ClinicalDate;

/**
 * The subject crossed over to another arm: person-time is split on that day (rule 8).
 *
 * @param reason coded
 */
public record ArmChange(ClinicalDate date, ArmId arm, String reason) implements ClinicalRecord {}
