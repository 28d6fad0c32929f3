package org.trialog.query.study;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trialog.events.batch.BatchManufactured;
import org.trialog.events.batch.BatchReleased;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.CellOrigin;
import org.trialog.events.value.Quantity;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.SubjectId;

/**
 * What is known of a batch of a cell product.
 *
 * @param donorSubject of an autologous product: the subject itself
 * @param harvest of that subject, if it is recorded
 * @param tissue the source of the cells
 * @param passage of the culture
 * @param viability share of living cells, 0 to 1
 * @param releasedOn null while it was never released
 * @param outOfSpecification why it was released although it does not meet its specification; null when it does
 * @param quarantined null when it is not: a release ends it
 * @param rejected null when it was not
 * @param recalled null when it was not
 */
public record Batch(
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
        @Nullable Quantity cells,
        @Nullable LocalDate releasedOn,
        @Nullable String outOfSpecification,
        @Nullable Reasoned quarantined,
        @Nullable Reasoned rejected,
        @Nullable Reasoned recalled) {

    static Batch of(BatchManufactured made) {
        return new Batch(
                made.batch(),
                made.product(),
                made.donor(),
                made.manufacturedOn(),
                made.expiresOn(),
                made.origin(),
                made.donorSubject(),
                made.harvest(),
                made.tissue(),
                made.passage(),
                made.viability(),
                made.cells(),
                null,
                null,
                null,
                null,
                null);
    }

    Batch released(BatchReleased released) {
        return standing(released.releasedOn(), released.outOfSpecification(), null, rejected, recalled);
    }

    Batch quarantined(Reasoned because) {
        return standing(releasedOn, outOfSpecification, because, rejected, recalled);
    }

    Batch rejected(Reasoned because) {
        return standing(releasedOn, outOfSpecification, quarantined, because, recalled);
    }

    Batch recalled(Reasoned because) {
        return standing(releasedOn, outOfSpecification, quarantined, rejected, because);
    }

    private Batch standing(
            @Nullable LocalDate released,
            @Nullable String out,
            @Nullable Reasoned quarantine,
            @Nullable Reasoned rejection,
            @Nullable Reasoned recall) {
        return new Batch(
                batch,
                product,
                donor,
                manufacturedOn,
                expiresOn,
                origin,
                donorSubject,
                harvest,
                tissue,
                passage,
                viability,
                cells,
                released,
                out,
                quarantine,
                rejection,
                recall);
    }
}
