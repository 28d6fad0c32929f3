package org.trialog.command.batch;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.trialog.command.order.BatchOrder.ManufactureBatch;
import org.trialog.command.order.OrderRefused;
import org.trialog.events.batch.BatchEvent;
import org.trialog.events.batch.BatchManufactured;
import org.trialog.events.value.CellOrigin;

/** Whether a batch can have been made as it is said (rules 12, 13 and 16). */
final class Manufacture {
    private static final int USABLE_BATCH = 12;
    private static final int TRACEABLE = 13;
    private static final int OWN_CELLS = 16;

    private Manufacture() {}

    static List<BatchEvent> decide(BatchState state, ManufactureBatch order, LocalDate today) {
        BatchManufactured made = new BatchManufactured(
                order.batch(),
                order.product(),
                order.donor(),
                order.manufacturedOn(),
                order.expiresOn(),
                order.origin(),
                order.donorSubject(),
                order.harvest(),
                order.tissue(),
                order.passage(),
                order.viability(),
                order.cells());
        if (state.manufactured() != null) {
            return BatchDecider.same(
                    made, state.manufactured(), "batch-number-in-use", "A batch of that number exists already.");
        }
        BatchDecider.notInFuture(order.manufacturedOn(), today, "manufacturedOn");
        if (order.expiresOn().isBefore(order.manufacturedOn())) {
            throw OrderRefused.of(
                    USABLE_BATCH, "expires-before-made", "A batch cannot expire before it is made.", "expiresOn");
        }
        traceable(order);
        measured(order);
        return List.of(made);
    }

    private static void traceable(ManufactureBatch order) {
        if (order.origin() == CellOrigin.AUTOLOGOUS && order.donorSubject() == null) {
            throw OrderRefused.of(
                    OWN_CELLS,
                    "autologous-without-subject",
                    "Autologous cells are a subject's own: say whose in donorSubject.",
                    "donorSubject");
        }
        if (order.origin() != CellOrigin.AUTOLOGOUS && order.donorSubject() != null) {
            throw OrderRefused.of(
                    OWN_CELLS,
                    "subject-donates-to-others",
                    "Only autologous cells come from a subject: say so in origin, or name the donor by a donor's code.",
                    "origin",
                    "donorSubject");
        }
        if (order.harvest() != null && order.donorSubject() == null) {
            throw OrderRefused.of(
                    TRACEABLE,
                    "harvest-of-nobody",
                    "A harvest is a subject's record: say whose it is in donorSubject.",
                    "donorSubject");
        }
    }

    private static void measured(ManufactureBatch order) {
        BigDecimal viability = order.viability();
        if (viability != null && (viability.signum() < 0 || viability.compareTo(BigDecimal.ONE) > 0)) {
            throw OrderRefused.of(
                    USABLE_BATCH,
                    "viability-out-of-range",
                    "The share of living cells is from 0 to 1: write 93 % as 0.93.",
                    "viability");
        }
        if (order.passage() != null && order.passage() < 0) {
            throw OrderRefused.of(
                    USABLE_BATCH, "passage-negative", "A culture's passages are counted from 0.", "passage");
        }
    }
}
