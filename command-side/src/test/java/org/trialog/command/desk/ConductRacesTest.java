package org.trialog.command.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.trialog.command.order.BatchOrder.ManufactureBatch;
import org.trialog.command.order.BatchOrder.RejectBatch;
import org.trialog.command.order.BatchOrder.ReleaseBatch;
import org.trialog.command.order.OrderRefused;
import org.trialog.command.order.StudyOrder.LockDataCut;
import org.trialog.command.store.TestDatabase;
import org.trialog.events.clinical.DoseAuthorisation;
import org.trialog.events.clinical.MedicalHistory;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/** Two processes at once, sixty times each: what the one changes, the other never decides past. */
@Timeout(120)
class ConductRacesTest {

    private static final int PAIRS = 60;
    private static final LocalDate DAY = LocalDate.of(2024, 4, 10);

    private final TestDatabase database = TestDatabase.fresh();
    private final TestDesk one = new TestDesk(database);
    private final TestDesk other = new TestDesk(database);

    @Test
    void rule38_nothingOfTheLockedDaysIsRecordedAfterTheLock() throws Exception {
        StudyId study = one.openStudy("s1");
        subjects("SE-").forEach(subject -> one.screen(study, subject));
        race(
                pair -> one.send(
                        new LockDataCut(study, null, new SubjectId("SE-" + pair), null, DAY, "interim analysis")),
                pair -> other.give(
                        study, "SE-" + pair, new MedicalHistory(ClinicalDate.of("2024-04-10"), null, "asthma")));
        assertThat(count("DataCutLocked")).isEqualTo(PAIRS);
        assertThat(late("MedicalHistoryRecorded", "DataCutLocked", "late.subject = cause.payload::jsonb ->> 'subject'"))
                .isEmpty();
    }

    @Test
    void rule12_noDoseOfABatchIsRecordedAfterItsRejection() throws Exception {
        StudyId study = one.openStudy("s1");
        for (int pair = 1; pair <= PAIRS; pair++) {
            BatchId batch = new BatchId("B-" + pair);
            one.send(
                    new ManufactureBatch(
                            study, batch, "cells", null, LocalDate.of(2024, 1, 1), LocalDate.of(2026, 1, 1)),
                    new ReleaseBatch(study, batch, LocalDate.of(2024, 1, 10)));
        }
        subjects("SE-").forEach(subject -> one.enter(study, subject, "treated"));
        race(
                pair -> one.send(new RejectBatch(study, new BatchId("B-" + pair), DAY, "not sterile")),
                pair -> other.give(study, "SE-" + pair, TestDesk.dose("2024-04-10", "B-" + pair)));
        assertThat(count("BatchRejected")).isEqualTo(PAIRS);
        assertThat(late(
                        "TreatmentAdministered",
                        "BatchRejected",
                        "late.payload::jsonb -> 'details' ->> 'batch' = cause.payload::jsonb ->> 'batch'"))
                .isEmpty();
    }

    @Test
    void rule14_ofTwoFirstDosesOnOneDayOneIsFlaggedWhicheverIsFirst() throws Exception {
        StudyId study = staggered();
        race(
                pair -> one.give(study, "SE-" + pair, TestDesk.dose("2024-04-10", null)),
                pair -> other.give(study, "NL-" + pair, TestDesk.dose("2024-04-10", null)));
        assertThat(count("TreatmentAdministered")).isEqualTo(2 * PAIRS);
        assertThat(database.superuser()
                        .sql("select split_part(subject, '-', 2) from store.event where type = 'RecordFlagged'"
                                + " and payload::jsonb ->> 'code' = 'first-dose-too-soon'")
                        .query(String.class)
                        .list())
                .hasSize(PAIRS)
                .doesNotHaveDuplicates();
    }

    @Test
    void rule14_noFirstDoseIsAuthorisedAfterAnothersOfThatDay() throws Exception {
        StudyId study = staggered();
        race(
                pair -> one.give(study, "SE-" + pair, TestDesk.dose("2024-04-10", null)),
                pair -> other.give(
                        study, "NL-" + pair, new DoseAuthorisation(ClinicalDate.of("2024-04-09"), DAY, null, null)));
        assertThat(count("TreatmentAdministered")).isEqualTo(PAIRS);
        assertThat(late(
                        "DoseAuthorised",
                        "TreatmentAdministered",
                        "split_part(late.subject, '-', 2) = split_part(cause.subject, '-', 2)"))
                .isEmpty();
    }

    @Test
    void rule14_ofTwoFirstDosesForOneDayOneIsAuthorised() throws Exception {
        StudyId study = staggered();
        DoseAuthorisation first = new DoseAuthorisation(ClinicalDate.of("2024-04-09"), DAY, 1, null);
        race(pair -> one.give(study, "SE-" + pair, first), pair -> other.give(study, "NL-" + pair, first));
        assertThat(database.superuser()
                        .sql("select split_part(subject, '-', 2) from store.event where type = 'DoseAuthorised'")
                        .query(String.class)
                        .list())
                .hasSize(PAIRS)
                .doesNotHaveDuplicates();
    }

    /** A study with an arm for each pair, in each of which first doses are a month apart. */
    private StudyId staggered() {
        StringBuilder arms = new StringBuilder();
        for (int pair = 1; pair <= PAIRS; pair++) {
            arms.append("""
                , {"id": "arm-%d", "doses": {"count": 1, "anchor": "first-dose", "at": ["P0D"],
                    "stagger": {"first": 3, "apart": "P1M", "then": "P14D"}}}\
                """.formatted(pair));
        }
        StudyId study = one.openStudy("s1");
        one.send(TestDesk.protocol("s1", 2, arms.toString()));
        for (int pair = 1; pair <= PAIRS; pair++) {
            one.enter(study, "SE-" + pair, "arm-" + pair);
            one.enter(study, "NL-" + pair, "arm-" + pair);
        }
        return study;
    }

    private interface Turn {
        void take(int pair);
    }

    /** Each pair at the same moment; a refusal is an answer like another. */
    private static void race(Turn one, Turn other) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            for (int pair = 1; pair <= PAIRS; pair++) {
                int number = pair;
                CyclicBarrier start = new CyclicBarrier(2);
                List<Callable<Void>> both = new ArrayList<>();
                for (Turn turn : List.of(one, other)) {
                    both.add(() -> {
                        start.await();
                        try {
                            turn.take(number);
                        } catch (OrderRefused refused) {
                            assertThat(refused.rejection().rule()).isNotNull();
                        }
                        return null;
                    });
                }
                for (Future<Void> done : pool.invokeAll(both)) {
                    done.get();
                }
            }
        }
    }

    private static List<String> subjects(String prefix) {
        return IntStream.rangeClosed(1, PAIRS).mapToObj(pair -> prefix + pair).toList();
    }

    private long count(String type) {
        return database.superuser()
                .sql("select count(*) from store.event where type = ?")
                .param(type)
                .query(Long.class)
                .single();
    }

    /** Facts that stand in the store after the fact that forbids them. */
    private List<String> late(String type, String forbidding, String about) {
        return database.superuser()
                .sql("select late.stream from store.event late join store.event cause on " + about
                        + " where late.type = ? and cause.type = ? and late.store_sequence > cause.store_sequence")
                .params(type, forbidding)
                .query(String.class)
                .list();
    }
}
