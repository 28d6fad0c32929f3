package org.trialog.events.clinical;

import org.jspecify.annotations.Nullable;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.RecordId;

/**
 * An adverse event was reported to somebody who must know of it. It changes nothing that is known of the event: reporting
 * clocks end with it (rule 33).
 *
 * @param date when it was sent
 * @param of the adverse event
 * @param cause the record up to which it tells the case: the event, or one of its follow-ups, where that began a clock of
 *     its own; null when it tells what had to be reported first
 * @param reference number of the case at the addressee
 */
public record SafetyReport(
        ClinicalDate date,
        RecordId of,
        Addressee to,
        ReportKind kind,
        @Nullable RecordId cause,
        @Nullable String reference)
        implements ClinicalRecord, Supplement {

    @Override
    public SafetyReport about(RecordId record) {
        return new SafetyReport(date, record, to, kind, cause, reference);
    }

    @Override
    public ClinicalRecord onto(ClinicalRecord record) {
        return record;
    }
}
