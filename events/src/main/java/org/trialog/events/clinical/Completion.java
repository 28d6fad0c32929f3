package org.trialog.events.clinical;

import org.trialog.events.value.ClinicalDate;

/**
 * Follow-up was completed as planned.
 */
public record Completion(ClinicalDate date) implements ClinicalRecord {}
