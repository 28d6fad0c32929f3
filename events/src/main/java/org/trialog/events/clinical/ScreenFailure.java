package org.trialog.events.clinical;

import org.trialog.events.value.ClinicalDate;

/**
 * Screening ended without enrolment.
 *
 * @param reason coded, for example {@code eligibility} or {@code declined}
 */
public record ScreenFailure(ClinicalDate date, String reason) implements ClinicalRecord {}
