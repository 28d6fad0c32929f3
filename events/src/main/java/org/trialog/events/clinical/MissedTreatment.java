package org.trialog.events.clinical;

import org.trialog.events.value.ClinicalDate;

/**
 * A planned dose will not be given.
 *
 * @param date when that was decided or due
 * @param number place in the planned series from 1
 * @param reason coded
 */
public record MissedTreatment(ClinicalDate date, int number, String reason) implements ClinicalRecord {}
