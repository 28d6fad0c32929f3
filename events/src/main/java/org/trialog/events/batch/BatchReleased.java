package org.trialog.events.batch;

import java.time.LocalDate;
import org.trialog.events.value.BatchId;

/** A qualified person released the batch for use from that day on. */
public record BatchReleased(BatchId batch, LocalDate releasedOn) implements BatchEvent {}
