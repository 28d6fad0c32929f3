package org.trialog.events.subject;

import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.value.RecordId;

/** A record was retracted as never true: {@code FractureRetracted} and so on. What it said stays readable. */
public record Retracted<D extends ClinicalRecord>(RecordId id, D was) implements SubjectEvent {}
