package org.trialog.command.batch;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.trialog.command.order.BatchOrder;
import org.trialog.command.order.BatchOrder.ManufactureBatch;
import org.trialog.command.order.BatchOrder.QuarantineBatch;
import org.trialog.command.order.BatchOrder.RecallBatch;
import org.trialog.command.order.BatchOrder.RejectBatch;
import org.trialog.command.order.BatchOrder.ReleaseBatch;
import org.trialog.command.order.OrderRefused;
import org.trialog.command.order.Words;
import org.trialog.events.batch.BatchEvent;
import org.trialog.events.batch.BatchManufactured;
import org.trialog.events.batch.BatchQuarantined;
import org.trialog.events.batch.BatchRecalled;
import org.trialog.events.batch.BatchRejected;
import org.trialog.events.batch.BatchReleased;

/** Decides an order to a batch. No facts when everything was there already. */
public final class BatchDecider {
    private static final int USABLE_BATCH = 12;
    private static final int FUTURE = 17;

    private BatchDecider() {}

    /**
     * @param today in the study's zone
     * @throws OrderRefused when it cannot be carried out
     */
    public static List<BatchEvent> decide(BatchState state, BatchOrder order, LocalDate today) {
        return switch (order) {
            case ManufactureBatch manufacture -> Manufacture.decide(state, manufacture, today);
            case ReleaseBatch release -> release(state, release, today);
            case QuarantineBatch quarantine -> quarantine(state, quarantine, today);
            case RejectBatch reject -> reject(state, reject, today);
            case RecallBatch recall -> recall(state, recall, today);
        };
    }

    private static List<BatchEvent> release(BatchState state, ReleaseBatch order, LocalDate today) {
        BatchManufactured made = made(state);
        if (order.outOfSpecification() != null) {
            Words.require(order.outOfSpecification(), "outOfSpecification");
        }
        BatchReleased release = new BatchReleased(order.batch(), order.releasedOn(), order.outOfSpecification());
        boolean stands = state.quarantined() == null && state.released() != null;
        if (!stands || !release.equals(state.released())) {
            usable(state, "released");
        }
        if (stands) {
            return same(
                    release,
                    state.released(),
                    "batch-released-already",
                    "The batch has been released already: put it into quarantine first.");
        }
        happened(order.releasedOn(), made, "releasedOn", today);
        if (order.releasedOn().isAfter(made.expiresOn())) {
            throw OrderRefused.of(
                    USABLE_BATCH,
                    "released-after-expiry",
                    "The batch expires on %s and cannot be released after.".formatted(made.expiresOn()),
                    "releasedOn");
        }
        if (state.quarantined() != null
                && order.releasedOn().isBefore(state.quarantined().quarantinedOn())) {
            throw OrderRefused.of(
                    USABLE_BATCH,
                    "released-before-quarantine",
                    "The batch has been in quarantine since %s: its release ends that, and cannot be before."
                            .formatted(state.quarantined().quarantinedOn()),
                    "releasedOn");
        }
        return List.of(release);
    }

    private static List<BatchEvent> quarantine(BatchState state, QuarantineBatch order, LocalDate today) {
        BatchManufactured made = made(state);
        BatchQuarantined taken =
                new BatchQuarantined(order.batch(), order.quarantinedOn(), Words.require(order.reason(), "reason"));
        if (state.quarantined() != null) {
            return same(
                    taken,
                    state.quarantined(),
                    "batch-quarantined-already",
                    "The batch has been in quarantine since %s: release it first."
                            .formatted(state.quarantined().quarantinedOn()));
        }
        usable(state, "put into quarantine");
        happened(order.quarantinedOn(), made, "quarantinedOn", today);
        notBeforeRelease(state, order.quarantinedOn(), "quarantinedOn");
        return List.of(taken);
    }

    private static List<BatchEvent> reject(BatchState state, RejectBatch order, LocalDate today) {
        BatchManufactured made = made(state);
        BatchRejected never =
                new BatchRejected(order.batch(), order.rejectedOn(), Words.require(order.reason(), "reason"));
        if (state.rejected() != null) {
            return same(
                    never,
                    state.rejected(),
                    "batch-rejected-already",
                    "The batch has been rejected on %s."
                            .formatted(state.rejected().rejectedOn()));
        }
        happened(order.rejectedOn(), made, "rejectedOn", today);
        return List.of(never);
    }

    private static List<BatchEvent> recall(BatchState state, RecallBatch order, LocalDate today) {
        BatchManufactured made = made(state);
        BatchRecalled back =
                new BatchRecalled(order.batch(), order.recalledOn(), Words.require(order.reason(), "reason"));
        if (state.recalled() != null) {
            return same(
                    back,
                    state.recalled(),
                    "batch-recalled-already",
                    "The batch has been recalled on %s."
                            .formatted(state.recalled().recalledOn()));
        }
        if (state.released() == null) {
            throw OrderRefused.of(
                    USABLE_BATCH,
                    "recalled-unreleased",
                    "The batch was never released, so there is nothing to call back: reject it instead.",
                    "batch");
        }
        happened(order.recalledOn(), made, "recalledOn", today);
        notBeforeRelease(state, order.recalledOn(), "recalledOn");
        return List.of(back);
    }

    private static BatchManufactured made(BatchState state) {
        if (state.manufactured() == null) {
            throw OrderRefused.of(null, "batch-unknown", "There is no batch of that number.", "batch");
        }
        return state.manufactured();
    }

    /** A batch that was rejected or recalled stays so. */
    private static void usable(BatchState state, String wanted) {
        if (state.rejected() != null) {
            throw OrderRefused.of(
                    USABLE_BATCH,
                    "batch-rejected-for-good",
                    "The batch was rejected on %s and cannot be %s: use another batch."
                            .formatted(state.rejected().rejectedOn(), wanted),
                    "batch");
        }
        if (state.recalled() != null) {
            throw OrderRefused.of(
                    USABLE_BATCH,
                    "batch-recalled-for-good",
                    "The batch was recalled on %s and cannot be %s: use another batch."
                            .formatted(state.recalled().recalledOn(), wanted),
                    "batch");
        }
    }

    static void notInFuture(LocalDate day, LocalDate today, String field) {
        if (day.isAfter(today)) {
            throw OrderRefused.of(
                    FUTURE, "date-in-future", "%s is in the future: today is %s.".formatted(day, today), field);
        }
    }

    private static void happened(LocalDate day, BatchManufactured made, String field, LocalDate today) {
        notInFuture(day, today, field);
        if (day.isBefore(made.manufacturedOn())) {
            throw OrderRefused.of(
                    USABLE_BATCH,
                    field.replace("On", "") + "-before-made",
                    "The batch was made on %s; this cannot be before.".formatted(made.manufacturedOn()),
                    field);
        }
    }

    private static void notBeforeRelease(BatchState state, LocalDate day, String field) {
        if (state.released() != null && day.isBefore(state.released().releasedOn())) {
            throw OrderRefused.of(
                    USABLE_BATCH,
                    field.replace("On", "") + "-before-release",
                    "The batch was released on %s; this cannot be before."
                            .formatted(state.released().releasedOn()),
                    field);
        }
    }

    static List<BatchEvent> same(BatchEvent wanted, @Nullable BatchEvent known, String code, String sentence) {
        if (Objects.equals(wanted, known)) {
            return List.of();
        }
        throw OrderRefused.of(null, code, sentence, "batch");
    }
}
