package org.trialog.events.clinical;

import org.jspecify.annotations.Nullable;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.RecordId;

/**
 * A concomitant medication was stopped.
 *
 * @param date last day on which it was taken
 * @param of the medication
 * @param reason coded
 */
public record MedicationStop(
        ClinicalDate date, RecordId of, @Nullable String reason) implements ClinicalRecord, Supplement {

    @Override
    public MedicationStop about(RecordId record) {
        return new MedicationStop(date, record, reason);
    }

    @Override
    public ClinicalRecord onto(ClinicalRecord record) {
        return record instanceof Medication medication ? medication.stopped(date) : record;
    }
}
