package org.trialog.query.study;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.BatchId;

/**
 * What is known of a batch of a cell product.
 *
 * @param releasedOn null while it is not released
 */
public record Batch(
        BatchId batch,
        String product,
        @Nullable String donor,
        LocalDate manufacturedOn,
        LocalDate expiresOn,
        @Nullable LocalDate releasedOn) {}
