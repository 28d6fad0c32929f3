package org.trialog.events.study;

import java.time.LocalDate;
import org.trialog.events.value.RecordId;

/**
 * A hold ended.
 *
 * @param on the first day on which doses may be given again
 */
public record DosingResumed(RecordId hold, LocalDate on, String reason) implements StudyEvent {}
