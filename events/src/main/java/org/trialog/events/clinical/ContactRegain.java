package org.trialog.events.clinical;

import org.trialog.events.value.ClinicalDate;

/**
 * A subject that was lost to follow-up was reached again: follow-up is open (rule 25).
 *
 * @param by how
 */
public record ContactRegain(ClinicalDate date, FollowUpSource by) implements ClinicalRecord {}
