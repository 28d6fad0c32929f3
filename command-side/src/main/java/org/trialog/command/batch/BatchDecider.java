package org.trialog.command.batch;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialog.command.order.BatchOrder;
import org.trialog.command.order.BatchOrder.ManufactureBatch;
import org.trialog.command.order.BatchOrder.ReleaseBatch;
import org.trialog.command.order.OrderRefused;
import org.trialog.command.order.Rejection;
import org.trialog.events.batch.BatchEvent;
import org.trialog.events.batch.BatchManufactured;
import org.trialog.events.batch.BatchReleased;

/** Decides an order to a batch. No facts when everything was there already. */
public final class BatchDecider {
    private static final int USABLE_BATCH = 12;

    private BatchDecider() {}

    /** @throws OrderRefused when it cannot be carried out */
    public static List<BatchEvent> decide(BatchState state, BatchOrder order) {
        return switch (order) {
            case ManufactureBatch manufacture -> manufacture(state, manufacture);
            case ReleaseBatch release -> release(state, release);
        };
    }

    private static List<BatchEvent> manufacture(BatchState state, ManufactureBatch order) {
        BatchManufactured made = new BatchManufactured(
                order.batch(), order.product(), order.donor(), order.manufacturedOn(), order.expiresOn());
        if (state.manufactured() != null) {
            return same(made, state.manufactured(), "batch-number-in-use", "A batch of that number exists already.");
        }
        if (order.expiresOn().isBefore(order.manufacturedOn())) {
            throw refused(USABLE_BATCH, "expires-before-made", "A batch cannot expire before it is made.", "expiresOn");
        }
        return List.of(made);
    }

    private static List<BatchEvent> release(BatchState state, ReleaseBatch order) {
        BatchManufactured made = state.manufactured();
        BatchReleased release = new BatchReleased(order.batch(), order.releasedOn());
        if (made == null) {
            throw refused(null, "batch-unknown", "There is no batch of that number.", "batch");
        }
        if (state.released() != null) {
            return same(
                    release,
                    state.released(),
                    "batch-released-already",
                    "The batch has been released on %s."
                            .formatted(state.released().releasedOn()));
        }
        if (order.releasedOn().isBefore(made.manufacturedOn())) {
            throw refused(
                    USABLE_BATCH,
                    "released-before-made",
                    "The batch was made on %s and cannot be released before.".formatted(made.manufacturedOn()),
                    "releasedOn");
        }
        if (order.releasedOn().isAfter(made.expiresOn())) {
            throw refused(
                    USABLE_BATCH,
                    "released-after-expiry",
                    "The batch expires on %s and cannot be released after.".formatted(made.expiresOn()),
                    "releasedOn");
        }
        return List.of(release);
    }

    private static List<BatchEvent> same(BatchEvent wanted, BatchEvent known, String code, String sentence) {
        if (wanted.equals(known)) {
            return List.of();
        }
        throw refused(null, code, sentence, "batch");
    }

    private static OrderRefused refused(@Nullable Integer rule, String code, String sentence, String field) {
        return new OrderRefused(new Rejection(rule, code, sentence, List.of(field)));
    }
}
