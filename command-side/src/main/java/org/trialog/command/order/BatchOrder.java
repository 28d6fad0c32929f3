package org.trialog.command.order;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.StreamId;
import org.trialog.events.value.StudyId;

/** An order to a batch of a cell product. */
public sealed interface BatchOrder extends Order {

    BatchId batch();

    @Override
    default StreamId stream() {
        return StreamId.of(study(), batch());
    }

    /** Records that it was manufactured. */
    record ManufactureBatch(
            StudyId study,
            BatchId batch,
            String product,
            @Nullable String donor,
            LocalDate manufacturedOn,
            LocalDate expiresOn)
            implements BatchOrder {}

    /** Releases it for use. */
    record ReleaseBatch(StudyId study, BatchId batch, LocalDate releasedOn) implements BatchOrder {}
}
