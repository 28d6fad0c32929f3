package org.trialog.events.clinical;

import org.jspecify.annotations.Nullable;
import org.trialog.events.value.ClinicalDate;

/**
 * The subject died.
 *
 * @param cause coded or standard term, null when unknown
 */
public record Death(ClinicalDate date, @Nullable String cause) implements ClinicalRecord {}
