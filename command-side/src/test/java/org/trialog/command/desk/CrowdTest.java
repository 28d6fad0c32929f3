package org.trialog.command.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trialog.command.order.Acceptance;
import org.trialog.command.order.Act;
import org.trialog.command.order.Idempotency;
import org.trialog.command.order.OrderRefused;
import org.trialog.command.order.SubjectOrder;
import org.trialog.command.order.SubjectOrder.Strictness;
import org.trialog.command.store.TestDatabase;
import org.trialog.command.subject.Decision;
import org.trialog.command.subject.SubjectDecider;
import org.trialog.command.subject.SubjectState;
import org.trialog.command.subject.Surroundings;
import org.trialog.events.Provenance;
import org.trialog.events.clinical.ArmChoice;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.Consent;
import org.trialog.events.clinical.ConsentGiver;
import org.trialog.events.clinical.Enrolment;
import org.trialog.events.clinical.MedicalHistory;
import org.trialog.events.clinical.Screening;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.clinical.TreatmentStop;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.subject.Recorded;
import org.trialog.events.subject.SubjectEvent;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.Quantity;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;
import org.trialog.events.wire.FactJson;

/**
 * Twenty clients write to one subject at once, on two command sides, and each sends every order twice under one key, as an
 * impatient person does.
 */
class CrowdTest {

    private static final int CLIENTS = 20;
    private static final int ORDERS = 12;
    private static final SubjectId SUBJECT = new SubjectId("SE-1");

    private TestDatabase database;
    private TestDesk one;
    private TestDesk other;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        one = new TestDesk(database);
        other = new TestDesk(database);
    }

    @Test
    void everyAcceptedOrderIsInTheHistoryOnceAndWhereItsDecisionAllowsIt() throws Exception {
        StudyId study = one.openStudy("s1");
        one.orders.carryOut(
                order(
                        study,
                        new Screening(ClinicalDate.of("2024-02-01"), TestDesk.SITE),
                        new Consent(ClinicalDate.of("2024-02-02"), ConsentGiver.GUARDIAN, 1),
                        new Enrolment(ClinicalDate.of("2024-02-03")),
                        new ArmChoice(ClinicalDate.of("2024-02-03"), new ArmId("treated"), null)),
                TestDesk.COORDINATOR);
        Map<String, Acceptance> accepted = new ConcurrentHashMap<>();
        List<Callable<Void>> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            int number = client;
            clients.add(() -> write(study, number, accepted));
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(CLIENTS)) {
            for (Future<Void> done : pool.invokeAll(clients)) {
                done.get();
            }
        }

        Map<String, List<SubjectEvent>> history = history();
        assertThat(accepted).hasSizeGreaterThan(CLIENTS * ORDERS / 4);
        assertThat(accepted.values().stream().map(Acceptance::command).toList())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        history.keySet().stream().skip(1).toList());
        everyDecisionHolds(study, history);
    }

    /** Doses compete for their numbers, and one client stops the treatment; medical history always fits. */
    private Void write(StudyId study, int client, Map<String, Acceptance> accepted) {
        Random random = new Random(client);
        for (int i = 0; i < ORDERS; i++) {
            ClinicalRecord record = client == 7 && i == ORDERS - 1
                    ? new TreatmentStop(ClinicalDate.of("2024-12-01"), "other")
                    : random.nextBoolean() ? dose(1 + random.nextInt(6)) : history(client, i);
            String key = client + "/" + i;
            Idempotency idempotency = new Idempotency("anna", "/subjects/SE-1", key, "digest of " + key);
            for (int attempt = 0; attempt < 2; attempt++) {
                TestDesk desk = random.nextBoolean() ? one : other;
                try {
                    Acceptance answer = desk.orders.carryOut(order(study, record), TestDesk.COORDINATOR, idempotency);
                    Acceptance first = accepted.putIfAbsent(key, answer);
                    assertThat(first).isIn(null, answer);
                } catch (OrderRefused refused) {
                    assertThat(refused.rejection().rule()).isIn(9, 22);
                }
            }
        }
        return null;
    }

    /** Decided again in the order of the history, every order is accepted, and the same facts come out. */
    private void everyDecisionHolds(StudyId study, Map<String, List<SubjectEvent>> history) {
        SubjectState state = SubjectState.empty(study, SUBJECT);
        TreeMap<Integer, Protocol> protocols =
                new TreeMap<>(Map.of(1, Protocol.of(TestDesk.protocol("s1", 1).definition())));
        Surroundings surroundings = new Surroundings(
                protocols,
                Map.of(TestDesk.SITE, java.time.ZoneId.of("Europe/Stockholm")),
                Map.of(),
                java.time.Instant.parse("2026-01-01T00:00:00Z"));
        for (Map.Entry<String, List<SubjectEvent>> command : history.entrySet()) {
            List<Act> acts = new ArrayList<>();
            for (SubjectEvent fact : command.getValue()) {
                if (fact instanceof Recorded<?> made) {
                    acts.add(Act.Make.of(made.details()));
                }
            }
            Decision decision = SubjectDecider.decide(
                    state, new SubjectOrder(study, SUBJECT, acts, Strictness.LIVE, false, null), surroundings);
            assertThat(decision).isInstanceOfSatisfying(Decision.Accepted.class, again -> assertThat(
                            again.facts().stream().map(Decision.Decided::fact).toList())
                    .isEqualTo(command.getValue()));
            for (Decision.Decided decided : ((Decision.Accepted) decision).facts()) {
                state = state.evolve(decided.fact(), provenance(study, command.getKey()));
            }
        }
    }

    private Map<String, List<SubjectEvent>> history() {
        Map<String, List<SubjectEvent>> commands = new LinkedHashMap<>();
        database.superuser()
                .sql("select command_id, type, revision, payload from store.event where stream = ?"
                        + " order by stream_sequence")
                .param("subject:s1/SE-1")
                .query(row -> {
                    commands.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                            .add((SubjectEvent) FactJson.read(row.getString(2), row.getString(3), row.getString(4)));
                });
        return commands;
    }

    private static Provenance provenance(StudyId study, String command) {
        return new Provenance(
                java.time.Instant.EPOCH,
                "anna",
                TestDesk.COORDINATOR.role(),
                TestDesk.SITE,
                TestDesk.COORDINATOR.source(),
                null,
                study,
                SUBJECT,
                command,
                command,
                null,
                null,
                null,
                null);
    }

    private static SubjectOrder order(StudyId study, ClinicalRecord... records) {
        List<Act> acts = new ArrayList<>();
        for (ClinicalRecord record : records) {
            acts.add(Act.Make.of(record));
        }
        return new SubjectOrder(study, SUBJECT, acts, Strictness.LIVE, false, null);
    }

    private static Treatment dose(int number) {
        return new Treatment(
                ClinicalDate.on(LocalDate.of(2024, 2, 10).plusMonths(number)),
                null,
                number,
                new Quantity(new BigDecimal("30000000"), "cells"),
                null,
                null,
                null,
                "intravenous",
                null,
                "cells",
                null);
    }

    private static MedicalHistory history(int client, int number) {
        return new MedicalHistory(ClinicalDate.of("2020"), null, "term " + client + "/" + number);
    }
}
