package org.trialog.command.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trialog.command.order.BatchOrder;
import org.trialog.command.order.BatchOrder.ManufactureBatch;
import org.trialog.command.order.BatchOrder.ReleaseBatch;
import org.trialog.command.order.OrderRefused;
import org.trialog.events.batch.BatchEvent;
import org.trialog.events.batch.BatchManufactured;
import org.trialog.events.batch.BatchReleased;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.StudyId;

class BatchDeciderTest {
    private static final StudyId STUDY = new StudyId("bones");
    private static final BatchId BATCH = new BatchId("B1");

    private final BatchState made = given(manufacture("2023-12-31"));

    @Test
    void aBatchIsManufacturedAndReleased() {
        assertThat(BatchDecider.decide(BatchState.empty(), manufacture("2023-12-31")))
                .containsExactly(new BatchManufactured(BATCH, "cells", "D1", day("2023-01-01"), day("2023-12-31")));
        assertThat(BatchDecider.decide(made, release("2023-02-01")))
                .containsExactly(new BatchReleased(BATCH, day("2023-02-01")));
    }

    @Test
    void theSameAgainChangesNothing() {
        BatchState released = given(manufacture("2023-12-31"), release("2023-02-01"));

        assertThat(BatchDecider.decide(released, manufacture("2023-12-31"))).isEmpty();
        assertThat(BatchDecider.decide(released, release("2023-02-01"))).isEmpty();
        assertThat(released.version()).isEqualTo(2);
    }

    @Test
    void aBatchNumberIsGivenOnceAndABatchReleasedOnce() {
        refused("batch-number-in-use", made, manufacture("2024-12-31"));
        refused(
                "batch-released-already",
                given(manufacture("2023-12-31"), release("2023-02-01")),
                release("2023-02-02"));
        refused("batch-unknown", BatchState.empty(), release("2023-02-01"));
    }

    @Test
    void rule12_aBatchIsReleasedBetweenItsMakingAndItsExpiry() {
        refused("expires-before-made", BatchState.empty(), manufacture("2022-12-31"));
        refused("released-before-made", made, release("2022-12-31"));
        refused("released-after-expiry", made, release("2024-01-01"));
        assertThat(BatchDecider.decide(made, release("2023-12-31"))).hasSize(1);
    }

    private static void refused(String code, BatchState state, BatchOrder order) {
        assertThatThrownBy(() -> BatchDecider.decide(state, order))
                .isInstanceOfSatisfying(
                        OrderRefused.class,
                        refusal -> assertThat(refusal.rejection().code()).isEqualTo(code));
    }

    private static BatchState given(BatchOrder... orders) {
        BatchState state = BatchState.empty();
        for (BatchOrder order : List.of(orders)) {
            for (BatchEvent event : BatchDecider.decide(state, order)) {
                state = state.evolve(event);
            }
        }
        return state;
    }

    private static ManufactureBatch manufacture(String expires) {
        return new ManufactureBatch(STUDY, BATCH, "cells", "D1", day("2023-01-01"), day(expires));
    }

    private static ReleaseBatch release(String day) {
        return new ReleaseBatch(STUDY, BATCH, day(day));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
