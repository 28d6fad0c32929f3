package org.trialog.events.subject;

import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.value.RecordId;

/** A record was corrected: {@code FractureCorrected} and so on. Old and new stand side by side (rule 36). */
public record Corrected<D extends ClinicalRecord>(RecordId id, D before, D after) implements SubjectEvent {}
