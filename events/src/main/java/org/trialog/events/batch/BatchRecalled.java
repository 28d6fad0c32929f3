package org.trialog.events.batch;

import java.time.LocalDate;
import org.trialog.events.value.BatchId;

/** The batch was called back: what was given of it before is followed up, nothing more of it is given. */
public record BatchRecalled(BatchId batch, LocalDate recalledOn, String reason) implements BatchEvent {}
