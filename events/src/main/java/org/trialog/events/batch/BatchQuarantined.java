package org.trialog.events.batch;

import java.time.LocalDate;
import org.trialog.events.value.BatchId;

/** The batch may not be used from that day on, until it is released again. */
public record BatchQuarantined(BatchId batch, LocalDate quarantinedOn, String reason) implements BatchEvent {}
