package org.trialog.events.clinical;

import org.jspecify.annotations.Nullable;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.SiteId;

/**
 * The subject's record was opened to another site.
 *
 * @param date from when
 * @param through until when, null for open end
 */
public record Sharing(ClinicalDate date, @Nullable ClinicalDate through, SiteId site, SharingPurpose purpose)
        implements ClinicalRecord {}
