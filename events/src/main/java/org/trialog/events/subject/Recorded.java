package org.trialog.events.subject;

import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.value.RecordId;

/**
 * A record of a subject was made. In the history each kind has a name of its own: {@code FractureRecorded},
 * {@code TreatmentAdministered}, {@code VisitCompleted} and so on ({@link org.trialog.events.clinical.RecordKind#made()}).
 */
public record Recorded<D extends ClinicalRecord>(RecordId id, D details) implements SubjectEvent {}
