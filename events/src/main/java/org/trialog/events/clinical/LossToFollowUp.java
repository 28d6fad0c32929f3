package org.trialog.events.clinical;

import org.jspecify.annotations.Nullable;
import org.trialog.events.value.ClinicalDate;

/**
 * Contact was lost (rule 25).
 *
 * @param contactAttempts how often contact was sought, null when the source does not say
 */
public record LossToFollowUp(ClinicalDate date, @Nullable Integer contactAttempts) implements ClinicalRecord {}
