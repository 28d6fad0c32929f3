package org.trialog.events.clinical;

import org.trialog.events.value.ClinicalDate;

/**
 * A planned visit did not take place.
 *
 * @param date when it was due
 * @param reason coded
 */
public record MissedVisit(ClinicalDate date, String code, String reason) implements ClinicalRecord {}
