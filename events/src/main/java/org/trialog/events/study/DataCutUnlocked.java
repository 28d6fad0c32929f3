package org.trialog.events.study;

import org.trialog.events.value.RecordId;

/** A lock was lifted, for a reason; the cut itself stays readable at its position. */
public record DataCutUnlocked(RecordId cut, String reason) implements StudyEvent {}
