package org.trialog.events.clinical;

import org.trialog.events.value.ClinicalDate;

/**
 * The subject entered the study.
 */
public record Enrolment(ClinicalDate date) implements ClinicalRecord {}
