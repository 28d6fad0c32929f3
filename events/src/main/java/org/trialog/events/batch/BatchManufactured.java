package org.trialog.events.batch;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.BatchId;

/**
 * A batch was manufactured.
 *
 * @param donor code of the donor, null when the source does not say
 * @param expiresOn last day on which it may be given; judged against the dose (rule 12)
 */
public record BatchManufactured(
        BatchId batch, String product, @Nullable String donor, LocalDate manufacturedOn, LocalDate expiresOn)
        implements BatchEvent {}
