package org.trialog.events.clinical;

import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.SiteId;

/**
 * The subject moved: another site follows it from that day on.
 *
 * @param to the site that follows it now
 */
public record Transfer(ClinicalDate date, SiteId to) implements ClinicalRecord {}
