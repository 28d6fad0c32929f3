package org.trialog.events.clinical;

import org.trialog.events.value.ClinicalDate;

/**
 * No further doses; follow-up stays open (rule 23).
 *
 * @param reason coded
 */
public record TreatmentStop(ClinicalDate date, String reason) implements ClinicalRecord {}
