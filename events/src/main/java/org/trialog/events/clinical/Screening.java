package org.trialog.events.clinical;

import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.SiteId;

/**
 * A person was looked at for the study. First fact of every subject.
 *
 * @param site the site that follows the subject
 */
public record Screening(ClinicalDate date, SiteId site) implements ClinicalRecord {}
