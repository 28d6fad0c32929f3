package org.trialog.command.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.CellOrigin;
import org.trialog.events.value.Quantity;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.StreamId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/** An order to a batch of a cell product. A request's body is one of these without what its address says. */
public sealed interface BatchOrder extends Order {

    BatchId batch();

    @Override
    default StreamId stream() {
        return StreamId.of(study(), batch());
    }

    /** Records that it was manufactured; the fields are those of the fact. */
    record ManufactureBatch(
            StudyId study,
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
            implements BatchOrder {

        /** A batch of which no more is said. */
        public ManufactureBatch(
                StudyId study,
                BatchId batch,
                String product,
                @Nullable String donor,
                LocalDate manufacturedOn,
                LocalDate expiresOn) {
            this(study, batch, product, donor, manufacturedOn, expiresOn, null, null, null, null, null, null, null);
        }
    }

    /**
     * Releases it for use, also out of a quarantine.
     *
     * @param outOfSpecification why, although it does not meet its specification; null when it does
     */
    record ReleaseBatch(StudyId study, BatchId batch, LocalDate releasedOn, @Nullable String outOfSpecification)
            implements BatchOrder {

        /** A batch that meets its specification. */
        public ReleaseBatch(StudyId study, BatchId batch, LocalDate releasedOn) {
            this(study, batch, releasedOn, null);
        }
    }

    /** Takes it out of use until it is released again. */
    record QuarantineBatch(StudyId study, BatchId batch, LocalDate quarantinedOn, String reason)
            implements BatchOrder {}

    /** Says that it will never be used. */
    record RejectBatch(StudyId study, BatchId batch, LocalDate rejectedOn, String reason) implements BatchOrder {}

    /** Calls a released one back. */
    record RecallBatch(StudyId study, BatchId batch, LocalDate recalledOn, String reason) implements BatchOrder {}
}
