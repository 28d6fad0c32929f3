package org.trialog.events.clinical;

import org.jspecify.annotations.Nullable;
import org.trialog.events.personal.Personal;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.RecordId;

/**
 * An image showed the fracture (rule 27).
 *
 * @param date of the image
 * @param of the fracture
 * @param source what says so
 * @param imaging the reading of the image, if it is recorded
 */
public record FractureConfirmation(
        ClinicalDate date,
        RecordId of,
        FractureSource source,
        @Nullable RecordId imaging,
        @Nullable Personal<String> note)
        implements ClinicalRecord, Supplement {

    @Override
    public FractureConfirmation about(RecordId record) {
        return new FractureConfirmation(date, record, source, imaging, note);
    }

    @Override
    public ClinicalRecord onto(ClinicalRecord record) {
        return record instanceof Fracture fracture ? fracture.judged(Confirmation.CONFIRMED) : record;
    }
}
