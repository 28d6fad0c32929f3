package org.trialog.command.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trialog.command.order.Acceptance;
import org.trialog.command.store.TestDatabase;
import org.trialog.events.clinical.MedicalHistory;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.StudyId;

@Timeout(60)
class RacesAtTheDeskTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final TestDesk one = new TestDesk(database);
    private final TestDesk other = new TestDesk(database);

    @Test
    void twoProcessesThatWriteToOneSubjectAtOnceBothSucceed() throws Exception {
        StudyId study = one.openStudy("s1");
        long start = one.screen(study, "SE-1").version();
        List<Callable<Acceptance>> orders = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            TestDesk desk = i % 2 == 0 ? one : other;
            MedicalHistory history = new MedicalHistory(ClinicalDate.of("2020"), null, "term " + i);
            orders.add(() -> desk.give(study, "SE-1", history));
        }
        List<Acceptance> accepted = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            for (Future<Acceptance> done : pool.invokeAll(orders)) {
                accepted.add(done.get());
            }
        }
        assertThat(accepted)
                .extracting(Acceptance::version)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(start + 1, start + 20).boxed().toList());
        assertThat(accepted).extracting(Acceptance::records).doesNotHaveDuplicates();
        assertThat(recordedTimesInOrderOf("subject:s1/SE-1")).isSorted();
    }

    @Test
    void whatWasKeptInMemoryNeverHidesWhatAnotherProcessWrote() {
        StudyId study = one.openStudy("s1");
        one.screen(study, "SE-1");
        long first = other.give(study, "SE-1", history("asthma")).version();
        assertThat(one.give(study, "SE-1", history("eczema")).version()).isEqualTo(first + 1);
        assertThat(other.give(study, "SE-1", history("cough")).version()).isEqualTo(first + 2);
    }

    @Test
    void whoeverOutstaysTheLongestTimeIsEndedAndHoldsUpNothing() throws Exception {
        TestDesk hasty = new TestDesk(database, Duration.ofMillis(300));
        StudyId study = one.openStudy("s1");
        try (Connection changer = TestDesk.holding(database, study)) {
            assertThatThrownBy(() -> hasty.screen(study, "SE-1"))
                    .rootCause()
                    .hasMessageContaining("transaction timeout");
            changer.rollback();
        }
        assertThat(one.types("subject:s1/SE-1")).isEmpty();
        assertThat(writers()).isZero();
        assertThat(hasty.screen(study, "SE-1").version()).isPositive();
    }

    @Test
    void anOrderThatWaitsIsWaitedForByWhoeverAsksWhatWasKnown() throws Exception {
        StudyId study = one.openStudy("s1");
        JdbcClient reader = JdbcClient.create(database.query());
        try (ExecutorService pool = Executors.newSingleThreadExecutor();
                Connection changer = TestDesk.holding(database, study)) {
            Future<Acceptance> waiting = pool.submit(() -> one.screen(study, "SE-1"));
            while (writers() == 0) {
                Thread.onSpinWait();
            }
            String horizon = reader.sql("select store.horizon(clock_timestamp() - interval '1 microsecond')")
                    .query(String.class)
                    .single();
            assertThat(decided(reader, horizon)).isNull();
            changer.rollback();
            waiting.get();
            assertThat(decided(reader, horizon)).isEqualTo(one.events());
        }
    }

    private Long decided(JdbcClient reader, String horizon) {
        return reader.sql("select store.decided(?)")
                .param(horizon)
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    private long writers() {
        return database.superuser()
                .sql("select cardinality(store.writers())")
                .query(Long.class)
                .single();
    }

    private List<String> recordedTimesInOrderOf(String stream) {
        return database.superuser()
                .sql("select recorded_at from store.event where stream = ? order by stream_sequence")
                .param(stream)
                .query(String.class)
                .list();
    }

    private static MedicalHistory history(String term) {
        return new MedicalHistory(ClinicalDate.of("2020"), null, term);
    }
}
