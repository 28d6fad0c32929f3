package org.trialog.events.clinical;

import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.SubjectId;

/**
 * Child and mother were linked: what happens to the mother is recorded with her (rule 6).
 *
 * @param mother her own number in the study
 */
public record MotherLink(ClinicalDate date, SubjectId mother) implements ClinicalRecord {}
