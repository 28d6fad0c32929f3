package org.trialog.events.batch;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.CellOrigin;
import org.trialog.events.value.Quantity;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.SubjectId;

/**
 * A batch was manufactured.
 *
 * @param donor code of the donor, null when the source does not say
 * @param expiresOn last day on which it may be given; judged against the dose (rule 12)
 * @param origin whose cells they are, null when not said
 * @param donorSubject of an autologous product: the subject itself (rule 16)
 * @param harvest of that subject, if it is recorded
 * @param tissue the cells' source, as the protocol or the source names it: the grouping {@code cell-source}
 * @param passage of the culture
 * @param viability share of living cells, 0 to 1
 * @param cells how many there are
 */
public record BatchManufactured(
        BatchId batch,
        String product,
        @Nullable String donor,
        LocalDate manufacturedOn,
        LocalDate expiresOn,
        @Nullable CellOrigin origin,
        @Nullable SubjectId donorSubject,
        @Nullable RecordId harvest,
        @Nullable String tissue,
        @Nullable Integer passage,
        @Nullable BigDecimal viability,
        @Nullable Quantity cells)
        implements BatchEvent {

    /** A batch of which no more is said. */
    public BatchManufactured(
            BatchId batch, String product, @Nullable String donor, LocalDate manufacturedOn, LocalDate expiresOn) {
        this(batch, product, donor, manufacturedOn, expiresOn, null, null, null, null, null, null, null);
    }
}
