package org.trialog.command.batch;

import org.jspecify.annotations.Nullable;
import org.trialog.events.batch.BatchEvent;
import org.trialog.events.batch.BatchManufactured;
import org.trialog.events.batch.BatchQuarantined;
import org.trialog.events.batch.BatchRecalled;
import org.trialog.events.batch.BatchRejected;
import org.trialog.events.batch.BatchReleased;

/**
 * What decisions about a batch need of its history.
 *
 * @param manufactured null before the batch exists
 * @param released null before its release; its last one
 * @param quarantined null when it is not in quarantine: a release ends it
 * @param version how many facts it has seen
 */
public record BatchState(
        @Nullable BatchManufactured manufactured,
        @Nullable BatchReleased released,
        @Nullable BatchQuarantined quarantined,
        @Nullable BatchRejected rejected,
        @Nullable BatchRecalled recalled,
        long version) {

    public static BatchState empty() {
        return new BatchState(null, null, null, null, null, 0);
    }

    public BatchState evolve(BatchEvent event) {
        long next = version + 1;
        return switch (event) {
            case BatchManufactured made -> new BatchState(made, released, quarantined, rejected, recalled, next);
            case BatchReleased release -> new BatchState(manufactured, release, null, rejected, recalled, next);
            case BatchQuarantined taken -> new BatchState(manufactured, released, taken, rejected, recalled, next);
            case BatchRejected never -> new BatchState(manufactured, released, quarantined, never, recalled, next);
            case BatchRecalled back -> new BatchState(manufactured, released, quarantined, rejected, back, next);
        };
    }
}
