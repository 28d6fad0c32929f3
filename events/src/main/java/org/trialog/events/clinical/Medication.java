package org.trialog.events.clinical;

import org.jspecify.annotations.Nullable;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.Quantity;

/**
 * A concomitant medication was started.
 *
 * @param end null while it is taken or when unknown
 */
public record Medication(
        ClinicalDate date,
        @Nullable ClinicalDate end,
        String name,
        @Nullable Quantity dose,
        @Nullable String indication)
        implements ClinicalRecord {

    /** The same once it was stopped. */
    Medication stopped(ClinicalDate last) {
        return new Medication(date, last, name, dose, indication);
    }
}
