package org.trialog.events.batch;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.BatchId;

/**
 * A qualified person released the batch for use from that day on.
 *
 * @param outOfSpecification why it was released although it does not meet its specification; null when it does (rule 12)
 */
public record BatchReleased(
        BatchId batch, LocalDate releasedOn, @Nullable String outOfSpecification) implements BatchEvent {

    /** A batch that meets its specification. */
    public BatchReleased(BatchId batch, LocalDate releasedOn) {
        this(batch, releasedOn, null);
    }
}
