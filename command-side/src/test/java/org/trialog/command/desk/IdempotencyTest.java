package org.trialog.command.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.trialog.command.order.Acceptance;
import org.trialog.command.order.Act;
import org.trialog.command.order.Idempotency;
import org.trialog.command.order.ImportedRow;
import org.trialog.command.order.KeyReused;
import org.trialog.command.order.OrderRefused;
import org.trialog.command.order.SubjectOrder;
import org.trialog.command.order.SubjectOrder.Strictness;
import org.trialog.command.store.TestDatabase;
import org.trialog.events.clinical.MedicalHistory;
import org.trialog.events.clinical.Screening;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

class IdempotencyTest {

    private static final Idempotency KEY = new Idempotency("anna", "/api/studies/s1/subjects/SE-1/visits", "k1", "aa");

    private final TestDesk desk = new TestDesk(TestDatabase.fresh());
    private final StudyId study = desk.openStudy("s1");

    @Test
    void theSameKeyAndBodyGetTheFirstAnswerAndRecordNothing() {
        desk.screen(study, "SE-1");
        Acceptance first = give(KEY, "asthma");
        long events = desk.events();
        assertThat(give(KEY, "asthma")).isEqualTo(first);
        assertThat(desk.events()).isEqualTo(events);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        desk.screen(study, "SE-1");
        give(KEY, "asthma");
        Idempotency other = new Idempotency(KEY.account(), KEY.path(), KEY.key(), "bb");
        assertThatThrownBy(() -> give(other, "eczema")).isInstanceOf(KeyReused.class);
    }

    @Test
    void anotherAccountOrPathMayUseTheSameKey() {
        desk.screen(study, "SE-1");
        Acceptance first = give(KEY, "asthma");
        assertThat(give(new Idempotency("bo", KEY.path(), KEY.key(), "aa"), "eczema")
                        .version())
                .isEqualTo(first.version() + 1);
        assertThat(give(new Idempotency(KEY.account(), "/api/other", KEY.key(), "aa"), "cough")
                        .version())
                .isEqualTo(first.version() + 2);
    }

    @Test
    void refusalsAreNotKept() {
        SubjectOrder unknown = order("asthma");
        assertThatThrownBy(() -> desk.orders.carryOut(unknown, TestDesk.COORDINATOR, KEY))
                .isInstanceOf(OrderRefused.class);
        desk.screen(study, "SE-1");
        assertThat(give(KEY, "asthma").records()).hasSize(1);
    }

    @Test
    void retriesThatArriveAtOnceRecordOnce() throws Exception {
        desk.screen(study, "SE-1");
        long before = desk.events();
        Callable<Acceptance> order = () -> give(KEY, "asthma");
        Set<Acceptance> answers = new HashSet<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            for (Future<Acceptance> done : pool.invokeAll(Collections.nCopies(8, order))) {
                answers.add(done.get());
            }
        }
        assertThat(answers).hasSize(1);
        assertThat(desk.events()).isEqualTo(before + 1);
    }

    @Test
    void whatIsOlderThanThirtyDaysIsForgotten() {
        desk.screen(study, "SE-1");
        Acceptance first = give(KEY, "asthma");
        desk.database
                .superuser()
                .sql("update store.idempotency set created_at = now() - interval '31 days'")
                .update();
        assertThat(give(KEY, "asthma").version()).isEqualTo(first.version() + 1);
    }

    @Test
    void theAnswerOfAnImportIsKeptWhole() {
        ImportedRow row = new ImportedRow("dm", "01-001", "d1");
        SubjectOrder order = new SubjectOrder(
                study,
                new SubjectId("SE-9"),
                List.of(new Act.Make(new Screening(ClinicalDate.of("2024-02"), TestDesk.SITE), null, row)),
                Strictness.IMPORT,
                false,
                null);
        Acceptance first = desk.orders.carryOut(order, TestDesk.COORDINATOR, KEY);
        assertThat(first.rows()).hasSize(1);
        assertThat(desk.orders.carryOut(order, TestDesk.COORDINATOR, KEY)).isEqualTo(first);
    }

    private Acceptance give(Idempotency key, String term) {
        return desk.orders.carryOut(order(term), TestDesk.COORDINATOR, key);
    }

    private SubjectOrder order(String term) {
        return SubjectOrder.of(
                study, new SubjectId("SE-1"), Act.Make.of(new MedicalHistory(ClinicalDate.of("2020"), null, term)));
    }
}
