package org.trialog.command.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trialog.command.order.Acceptance;
import org.trialog.command.order.Act;
import org.trialog.command.order.BatchOrder;
import org.trialog.command.order.OrderRefused;
import org.trialog.command.order.Sender;
import org.trialog.command.order.StaleVersion;
import org.trialog.command.order.SubjectOrder;
import org.trialog.command.order.SubjectOrder.Strictness;
import org.trialog.command.store.TestDatabase;
import org.trialog.events.clinical.MedicalHistory;
import org.trialog.events.clinical.Screening;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.Role;
import org.trialog.events.value.Source;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;
import org.trialog.events.wire.UnknownFact;

class DeskTest {

    private final TestDesk desk = new TestDesk(TestDatabase.fresh());

    @Test
    void anOrderBecomesReadableFactsOfOneCommand() {
        StudyId study = desk.openStudy("s1");
        Acceptance accepted = desk.screen(study, "SE-1");
        desk.place();

        Map<String, Object> row = desk.database.superuser().sql("""
            select study, subject, stream, stream_sequence, type, revision, command_id,
                payload::jsonb ->> 'id' as record, metadata::jsonb ->> 'actor' as actor,
                metadata::jsonb ->> 'site' as site, recorded_at = known_at as first
            from store.history order by position desc limit 1
            """).query().singleRow();
        assertThat(row)
                .containsEntry("study", "s1")
                .containsEntry("subject", "SE-1")
                .containsEntry("stream", "subject:s1/SE-1")
                .containsEntry("stream_sequence", 0L)
                .containsEntry("type", "SubjectScreened")
                .containsEntry("revision", "1")
                .containsEntry("command_id", accepted.command())
                .containsEntry("record", accepted.records().getFirst().id().value())
                .containsEntry("actor", "anna")
                .containsEntry("site", "lund")
                .containsEntry("first", true);
        assertThat(accepted.version()).isEqualTo(desk.types("subject:s1/SE-1").size());
        assertThat(desk.types("study:s1")).containsExactly("StudyRegistered", "ProtocolPublished", "SiteOpened");
    }

    @Test
    void anOrderThatFindsEverythingThereRecordsNothing() {
        desk.openStudy("s1");
        Acceptance first = desk.orders.carryOut(TestDesk.protocol("s1", 2), TestDesk.COORDINATOR);
        long before = desk.events();
        Acceptance again = desk.orders.carryOut(TestDesk.protocol("s1", 2), TestDesk.COORDINATOR);
        assertThat(desk.events()).isEqualTo(before);
        assertThat(again.command()).isEqualTo(first.command());
        assertThat(again.version()).isEqualTo(first.version());
    }

    @Test
    void aRefusedOrderRecordsNothingAndTheNextOneDecidesOnWhatIsThere() {
        StudyId study = desk.openStudy("s1");
        desk.screen(study, "SE-1");
        long before = desk.events();
        assertThatThrownBy(() -> desk.screen(study, "SE-1")).isInstanceOf(OrderRefused.class);
        assertThat(desk.events()).isEqualTo(before);
        assertThat(desk.give(study, "SE-1", history("asthma")).version())
                .isEqualTo(desk.types("subject:s1/SE-1").size());
    }

    @Test
    void oneRefusedActRefusesTheWholeOrder() {
        StudyId study = desk.openStudy("s1");
        SubjectOrder order = new SubjectOrder(
                study,
                new SubjectId("SE-1"),
                List.of(
                        Act.Make.of(new Screening(ClinicalDate.of("2024-02-01"), TestDesk.SITE)),
                        Act.Make.of(new Screening(ClinicalDate.of("2024-02-02"), TestDesk.SITE))),
                Strictness.LIVE,
                false,
                null);
        assertThatThrownBy(() -> desk.orders.carryOut(order, TestDesk.COORDINATOR))
                .isInstanceOf(OrderRefused.class);
        assertThat(desk.types("subject:s1/SE-1")).isEmpty();
    }

    @Test
    void aVersionThatTheSenderDidNotSeeIsStale() {
        StudyId study = desk.openStudy("s1");
        long seen = desk.screen(study, "SE-1").version();
        long now = desk.give(study, "SE-1", history("asthma")).version();
        SubjectOrder edit = new SubjectOrder(
                study, new SubjectId("SE-1"), List.of(Act.Make.of(history("eczema"))), Strictness.LIVE, false, seen);
        assertThatThrownBy(() -> desk.orders.carryOut(edit, TestDesk.COORDINATOR))
                .isInstanceOfSatisfying(StaleVersion.class, stale -> {
                    assertThat(stale.expected()).isEqualTo(seen);
                    assertThat(stale.actual()).isEqualTo(now);
                });
    }

    @Test
    void nothingIsDecidedAboutAStudyThatDoesNotExist() {
        StudyId nowhere = new StudyId("nowhere");
        assertThatThrownBy(() -> desk.screen(nowhere, "SE-1"))
                .isInstanceOfSatisfying(
                        OrderRefused.class,
                        refused -> assertThat(refused.rejection().code()).isEqualTo("study-unknown"));
        assertThatThrownBy(() -> desk.orders.carryOut(
                        new BatchOrder.ReleaseBatch(nowhere, new BatchId("B1"), LocalDate.of(2024, 1, 1)),
                        TestDesk.COORDINATOR))
                .isInstanceOf(OrderRefused.class);
        assertThat(desk.events()).isZero();
    }

    @Test
    void recordedTimeIsTheDatabasesClockAndOnlyASimulationHasItsOwn() {
        Instant before = databaseClock();
        StudyId study = desk.openStudy("s1");
        assertThat(desk.screen(study, "SE-1").recordedAt()).isBetween(before, databaseClock());

        Instant simulated = Instant.parse("2019-05-01T08:00:00Z");
        Sender loader = new Sender("loader", Role.COORDINATOR, TestDesk.SITE, Source.SIMULATION, null, null, simulated);
        Acceptance past = desk.orders.carryOut(
                SubjectOrder.of(
                        study,
                        new SubjectId("SE-2"),
                        Act.Make.of(new Screening(ClinicalDate.of("2019-05-01"), TestDesk.SITE))),
                loader);
        assertThat(past.recordedAt()).isEqualTo(simulated);
        assertThat(desk.database
                        .superuser()
                        .sql("select distinct metadata::jsonb ->> 'source' from store.event where subject = 'SE-2'")
                        .query(String.class)
                        .single())
                .isEqualTo("simulation");
    }

    @Test
    void anEventThatThisBuildDoesNotKnowStopsTheDecision() {
        StudyId study = desk.openStudy("s1");
        desk.screen(study, "SE-1");
        desk.database.superuser().sql("""
            insert into store.event (event_id, stream, stream_sequence, stream_type, type, revision,
                payload, metadata, appended_at)
            select 'future', stream, (select count(*) from store.event where stream = e.stream),
                stream_type, 'SubjectTeleported', '1', '{}', metadata, appended_at
            from store.event e where subject = 'SE-1' and stream_sequence = 0
            """).update();
        TestDesk later = new TestDesk(desk.database);
        assertThatThrownBy(() -> later.give(study, "SE-1", history("asthma")))
                .isInstanceOf(UnknownFact.class)
                .hasMessageContaining("SubjectTeleported");
    }

    @Test
    void eachCommitWakesTheSequencer() {
        desk.openStudy("s1");
        assertThat(desk.wakes).hasValue(2);
    }

    private static MedicalHistory history(String term) {
        return new MedicalHistory(ClinicalDate.of("2020"), null, term);
    }

    private Instant databaseClock() {
        return desk.database
                .superuser()
                .sql("select clock_timestamp()")
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
