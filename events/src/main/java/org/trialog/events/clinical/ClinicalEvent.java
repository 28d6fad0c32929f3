package org.trialog.events.clinical;

import org.jspecify.annotations.Nullable;
import org.trialog.events.personal.Personal;
import org.trialog.events.value.ClinicalDate;

/**
 * An occurrence of a kind that the protocol declares: rodding surgery, tracheostomy, first steps.
 *
 * @param kind as the protocol or the source names it
 */
public record ClinicalEvent(
        ClinicalDate date,
        @Nullable ClinicalDate end,
        String kind,
        @Nullable Personal<String> note) implements ClinicalRecord {}
