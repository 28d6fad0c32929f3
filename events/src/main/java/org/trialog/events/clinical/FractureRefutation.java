package org.trialog.events.clinical;

import org.jspecify.annotations.Nullable;
import org.trialog.events.personal.Personal;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.RecordId;

/**
 * An image showed no fracture where one was recorded (rule 27).
 *
 * @param date of the image
 * @param of the fracture
 * @param source what says so
 * @param imaging the reading of the image, if it is recorded
 */
public record FractureRefutation(
        ClinicalDate date,
        RecordId of,
        FractureSource source,
        @Nullable RecordId imaging,
        @Nullable Personal<String> note)
        implements ClinicalRecord, Supplement {

    @Override
    public FractureRefutation about(RecordId record) {
        return new FractureRefutation(date, record, source, imaging, note);
    }

    @Override
    public ClinicalRecord onto(ClinicalRecord record) {
        return record instanceof Fracture fracture ? fracture.judged(Confirmation.REFUTED) : record;
    }
}
