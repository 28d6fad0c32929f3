package org.trialog.events.clinical;

import org.trialog.events.value.ClinicalDate;

/**
 * A property of the subject that analyses adjust for: gene variant, type of disease.
 *
 * @param code as the protocol or the source names it
 */
public record Covariate(ClinicalDate date, String code, String value) implements ClinicalRecord {}
