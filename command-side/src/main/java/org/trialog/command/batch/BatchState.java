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
 * @param released null before its release
 * @param version how many facts it has seen
 */
public record BatchState(@Nullable BatchManufactured manufactured, @Nullable BatchReleased released, long version) {
    public static BatchState empty() {
        return new BatchState(null, null, 0);
    }

    public BatchState evolve(BatchEvent event) {
        return switch (event) {
            case BatchManufactured made -> new BatchState(made, released, version + 1);
            case BatchQuarantined q -> new BatchState(manufactured, released, version + 1);
            case BatchRejected q -> new BatchState(manufactured, released, version + 1);
            case BatchRecalled q -> new BatchState(manufactured, released, version + 1);
            case BatchReleased release -> new BatchState(manufactured, release, version + 1);
        };
    }
}
