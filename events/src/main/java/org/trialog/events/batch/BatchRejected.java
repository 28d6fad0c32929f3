package org.trialog.events.batch;

import java.time.LocalDate;
import org.trialog.events.value.BatchId;

/** The batch will never be used. */
public record BatchRejected(BatchId batch, LocalDate rejectedOn, String reason) implements BatchEvent {}
