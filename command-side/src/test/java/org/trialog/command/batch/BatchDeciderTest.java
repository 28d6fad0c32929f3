package org.trialog.command.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trialog.command.order.BatchOrder;
import org.trialog.command.order.BatchOrder.ManufactureBatch;
import org.trialog.command.order.BatchOrder.QuarantineBatch;
import org.trialog.command.order.BatchOrder.RecallBatch;
import org.trialog.command.order.BatchOrder.RejectBatch;
import org.trialog.command.order.BatchOrder.ReleaseBatch;
import org.trialog.command.order.OrderRefused;
import org.trialog.events.batch.BatchEvent;
import org.trialog.events.batch.BatchManufactured;
import org.trialog.events.batch.BatchReleased;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.CellOrigin;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

class BatchDeciderTest {
    private static final StudyId STUDY = new StudyId("bones");
    private static final LocalDate TODAY = LocalDate.of(2024, 2, 1);
    private static final BatchId BATCH = new BatchId("B1");

    private final BatchState made = given(manufacture("2023-12-31"));

    @Test
    void aBatchIsManufacturedAndReleased() {
        assertThat(BatchDecider.decide(BatchState.empty(), manufacture("2023-12-31"), TODAY))
                .containsExactly(new BatchManufactured(BATCH, "cells", "D1", day("2023-01-01"), day("2023-12-31")));
        assertThat(BatchDecider.decide(made, release("2023-02-01"), TODAY))
                .containsExactly(new BatchReleased(BATCH, day("2023-02-01")));
    }

    @Test
    void theSameAgainChangesNothing() {
        BatchState released = given(manufacture("2023-12-31"), release("2023-02-01"));

        assertThat(BatchDecider.decide(released, manufacture("2023-12-31"), TODAY))
                .isEmpty();
        assertThat(BatchDecider.decide(released, release("2023-02-01"), TODAY)).isEmpty();
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
        assertThat(BatchDecider.decide(made, release("2023-12-31"), TODAY)).hasSize(1);
    }

    @Test
    void rule12_aBatchOutOfSpecificationIsReleasedOnlyWithItsOwnJustification() {
        ReleaseBatch release = new ReleaseBatch(STUDY, BATCH, day("2023-02-01"), "viability 68 %, no other batch");
        assertThat(BatchDecider.decide(made, release, TODAY))
                .containsExactly(new BatchReleased(BATCH, day("2023-02-01"), "viability 68 %, no other batch"));
        refused("words-missing", made, new ReleaseBatch(STUDY, BATCH, day("2023-02-01"), " "));
    }

    @Test
    void rule12_aBatchInQuarantineIsReleasedAgain() {
        refused("batch-unknown", BatchState.empty(), quarantine("2023-03-01"));
        refused("quarantined-before-made", made, quarantine("2022-12-31"));
        refused("date-in-future", made, quarantine("2024-02-02"));
        BatchState taken = given(manufacture("2023-12-31"), release("2023-02-01"), quarantine("2023-03-01"));
        refused(
                "quarantined-before-release",
                given(manufacture("2023-12-31"), release("2023-02-01")),
                quarantine("2023-01-15"));
        assertThat(BatchDecider.decide(taken, quarantine("2023-03-01"), TODAY)).isEmpty();
        refused("batch-quarantined-already", taken, quarantine("2023-03-02"));
        refused("released-before-quarantine", taken, release("2023-02-28"));
        assertThat(BatchDecider.decide(taken, release("2023-04-01"), TODAY)).hasSize(1);
        assertThat(taken.evolve(new BatchReleased(BATCH, day("2023-04-01"))).quarantined())
                .isNull();
    }

    @Test
    void rule12_aRejectedBatchIsNeverReleased() {
        BatchState rejected = given(manufacture("2023-12-31"), reject("2023-03-01"));
        assertThat(BatchDecider.decide(rejected, reject("2023-03-01"), TODAY)).isEmpty();
        refused("batch-rejected-already", rejected, reject("2023-03-02"));
        refused("batch-rejected-for-good", rejected, release("2023-04-01"));
        refused("batch-rejected-for-good", rejected, quarantine("2023-04-01"));
        refused("rejected-before-made", made, reject("2022-12-31"));
        refused("batch-unknown", BatchState.empty(), reject("2023-03-01"));
        assertThat(BatchDecider.decide(
                        given(manufacture("2023-12-31"), release("2023-02-01")), reject("2023-03-01"), TODAY))
                .hasSize(1);
    }

    @Test
    void rule12_onlyAReleasedBatchIsCalledBackAndThenForGood() {
        refused("recalled-unreleased", made, recall("2023-03-01"));
        BatchState released = given(manufacture("2023-12-31"), release("2023-02-01"));
        refused("recalled-before-release", released, recall("2023-01-15"));
        BatchState back = given(manufacture("2023-12-31"), release("2023-02-01"), recall("2023-03-01"));
        assertThat(BatchDecider.decide(back, recall("2023-03-01"), TODAY)).isEmpty();
        refused("batch-recalled-already", back, recall("2023-03-02"));
        refused("batch-recalled-for-good", back, quarantine("2023-04-01"));
        BatchState quarantinedFirst =
                given(manufacture("2023-12-31"), release("2023-02-01"), quarantine("2023-02-10"), recall("2023-03-01"));
        refused("batch-recalled-for-good", quarantinedFirst, release("2023-04-01"));
    }

    @Test
    void rule16_autologousCellsAreASubjectsOwnAndAllogeneicOnesNobodys() {
        SubjectId child = new SubjectId("SE-1");
        assertThat(BatchDecider.decide(BatchState.empty(), of(CellOrigin.AUTOLOGOUS, child, null, "0.93"), TODAY))
                .singleElement()
                .isInstanceOfSatisfying(BatchManufactured.class, fact -> assertThat(fact.donorSubject())
                        .isEqualTo(child));
        refused("autologous-without-subject", BatchState.empty(), of(CellOrigin.AUTOLOGOUS, null, null, "0.93"));
        refused("subject-donates-to-others", BatchState.empty(), of(CellOrigin.ALLOGENEIC, child, null, "0.93"));
        refused("subject-donates-to-others", BatchState.empty(), of(null, child, null, "0.93"));
    }

    @Test
    void rule13_aHarvestLeadsToItsSubject() {
        refused(
                "harvest-of-nobody",
                BatchState.empty(),
                of(CellOrigin.ALLOGENEIC, null, new RecordId("harvest-1"), "0.93"));
    }

    @Test
    void rule12_theShareOfLivingCellsIsAShare() {
        refused("viability-out-of-range", BatchState.empty(), of(CellOrigin.ALLOGENEIC, null, null, "93"));
        refused("viability-out-of-range", BatchState.empty(), of(CellOrigin.ALLOGENEIC, null, null, "-0.1"));
        assertThat(BatchDecider.decide(BatchState.empty(), of(CellOrigin.ALLOGENEIC, null, null, "1"), TODAY))
                .hasSize(1);
    }

    private static ManufactureBatch of(CellOrigin origin, SubjectId donor, RecordId harvest, String viability) {
        return new ManufactureBatch(
                STUDY,
                BATCH,
                "cells",
                null,
                day("2023-01-01"),
                day("2023-12-31"),
                origin,
                donor,
                harvest,
                "bone-marrow",
                3,
                new BigDecimal(viability),
                null);
    }

    private static QuarantineBatch quarantine(String day) {
        return new QuarantineBatch(STUDY, BATCH, day(day), "a bag leaks");
    }

    private static RejectBatch reject(String day) {
        return new RejectBatch(STUDY, BATCH, day(day), "not sterile");
    }

    private static RecallBatch recall(String day) {
        return new RecallBatch(STUDY, BATCH, day(day), "the donor fell ill");
    }

    private static void refused(String code, BatchState state, BatchOrder order) {
        assertThatThrownBy(() -> BatchDecider.decide(state, order, TODAY))
                .isInstanceOfSatisfying(
                        OrderRefused.class,
                        refusal -> assertThat(refusal.rejection().code()).isEqualTo(code));
    }

    private static BatchState given(BatchOrder... orders) {
        BatchState state = BatchState.empty();
        for (BatchOrder order : List.of(orders)) {
            for (BatchEvent event : BatchDecider.decide(state, order, TODAY)) {
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
