package org.trialog.events.clinical;

import org.jspecify.annotations.Nullable;
import org.trialog.events.value.ClinicalDate;

/**
 * A condition from before the study.
 *
 * @param term the standard term
 */
public record MedicalHistory(ClinicalDate date, @Nullable ClinicalDate end, String term) implements ClinicalRecord {}
