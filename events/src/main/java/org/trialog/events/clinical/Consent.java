package org.trialog.events.clinical;

import org.jspecify.annotations.Nullable;
import org.trialog.events.value.ClinicalDate;

/**
 * Informed consent (rule 1).
 *
 * @param protocolVersion the version that the consent refers to; null when the source does not say
 */
public record Consent(
        ClinicalDate date, ConsentGiver by, @Nullable Integer protocolVersion) implements ClinicalRecord {}
