package org.trialog.query.record;

import java.time.Instant;
import java.util.List;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.value.RecordId;

/**
 * One record of a subject as it stands.
 *
 * @param recordedAt when it was first recorded
 * @param positions of the facts that made it what it is, oldest first: made, then each correction
 */
public record Entry<D extends ClinicalRecord>(RecordId id, D details, Instant recordedAt, List<Long> positions) {

    public Entry {
        positions = List.copyOf(positions);
    }
}
