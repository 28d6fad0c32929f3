package org.trialog.command.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.trialog.command.keys.Sealing;
import org.trialog.command.keys.SubjectKeys;
import org.trialog.command.order.Act;
import org.trialog.command.order.BatchOrder.ManufactureBatch;
import org.trialog.command.order.BatchOrder.QuarantineBatch;
import org.trialog.command.order.BatchOrder.RecallBatch;
import org.trialog.command.order.BatchOrder.RejectBatch;
import org.trialog.command.order.BatchOrder.ReleaseBatch;
import org.trialog.command.order.Reason;
import org.trialog.command.order.StudyOrder.ActivateProtocol;
import org.trialog.command.order.StudyOrder.CloseSite;
import org.trialog.command.order.StudyOrder.GiveGrant;
import org.trialog.command.order.StudyOrder.HoldDosing;
import org.trialog.command.order.StudyOrder.LockDataCut;
import org.trialog.command.order.StudyOrder.OpenSite;
import org.trialog.command.order.StudyOrder.ResumeDosing;
import org.trialog.command.order.StudyOrder.RevokeGrant;
import org.trialog.command.order.StudyOrder.UnlockDataCut;
import org.trialog.command.order.SubjectOrder;
import org.trialog.command.store.TestDatabase;
import org.trialog.command.subject.Surroundings.BatchStanding;
import org.trialog.command.subject.Surroundings.DataCut;
import org.trialog.command.subject.Surroundings.DosingHold;
import org.trialog.command.subject.Surroundings.FirstDose;
import org.trialog.command.subject.Surroundings.SiteStanding;
import org.trialog.events.clinical.DoseAuthorisation;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.CellOrigin;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.DateRange;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.Role;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

class GuardsTest {
    private static final SubjectId CHILD = new SubjectId("SE-1");
    private static final SiteId NEAR = new SiteId("malmo");

    private final TestDatabase database = TestDatabase.fresh();
    private final TestDesk desk = new TestDesk(database);

    @Test
    void aSettingHoldsVersionsSitesHoldsAndStandingCuts() {
        StudyId study = livelyStudy();
        Setting setting = new Settings(JdbcClient.create(database.command())).of(study, CHILD);
        assertThat(setting.protocols()).containsOnlyKeys(1, 2);
        assertThat(setting.protocols().get(2).title()).isEqualTo("A study");
        assertThat(setting.sites())
                .containsOnlyKeys(TestDesk.SITE, NEAR)
                .containsEntry(
                        TestDesk.SITE,
                        new SiteStanding(
                                ZoneId.of("Europe/Stockholm"),
                                null,
                                new TreeMap<>(Map.of(day("2024-01-05"), 1, day("2024-06-05"), 2))))
                .containsEntry(NEAR, new SiteStanding(ZoneId.of("UTC"), day("2024-07-01"), new TreeMap<>()));
        assertThat(setting.holds())
                .containsExactly(
                        new DosingHold(
                                new RecordId("hold-1"),
                                new ArmId("treated"),
                                TestDesk.SITE,
                                day("2024-03-01"),
                                day("2024-03-09")),
                        new DosingHold(new RecordId("hold-2"), null, null, day("2024-05-01"), day("2024-06-01")));
        assertThat(setting.cuts())
                .as("that of the other child and the unlocked one are none of this one's")
                .containsExactlyInAnyOrder(
                        new DataCut(new RecordId("cut-2"), NEAR, null, null, day("2024-01-01")),
                        new DataCut(new RecordId("cut-3"), null, CHILD, "FU6", day("2024-01-02")));
    }

    @Test
    void whereABatchStandsIsReadForThoseThatAreNamed() {
        StudyId study = livelyStudy();
        Guards guards = new Guards(JdbcClient.create(database.command()));
        assertThat(guards.batches(study, List.of(new BatchId("B1"), new BatchId("B2"), new BatchId("B3"))))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        new BatchId("B1"),
                        new BatchStanding(
                                day("2024-04-01"),
                                day("2026-01-01"),
                                true,
                                null,
                                null,
                                day("2024-05-01"),
                                CellOrigin.AUTOLOGOUS,
                                CHILD),
                        new BatchId("B2"),
                        new BatchStanding(
                                null,
                                day("2026-01-01"),
                                false,
                                day("2024-02-01"),
                                day("2024-02-02"),
                                null,
                                null,
                                null)));
        assertThat(guards.batches(study, List.of())).isEmpty();
    }

    @Test
    void aFirstDoseFollowsTheRecordOfItsSubject() {
        StudyId study = desk.openStudy("s1");
        Guards guards = new Guards(JdbcClient.create(database.command()));
        desk.enter(study, "SE-1", "treated");
        desk.give(study, "SE-1", TestDesk.dose("2024-05", null));
        assertThat(guards.firstDoses(study)).containsExactly(firstDose("2024-05-01", "2024-05-31"));
        RecordId earlier = desk.give(study, "SE-1", TestDesk.dose("2024-05-20", null))
                .records()
                .getFirst()
                .id();
        assertThat(guards.firstDoses(study))
                .as("the other may still have been the first, but no later than this one")
                .containsExactly(firstDose("2024-05-01", "2024-05-20"));
        Sealing sealing = new SubjectKeys(database.command()).sealing(study, CHILD);
        Reason slip = new Reason("entered-in-error", sealing.seal("a slip"));
        desk.orders.carryOut(
                SubjectOrder.of(study, CHILD, new Act.Retract(earlier, slip)).with(sealing.keys()),
                TestDesk.COORDINATOR);
        assertThat(guards.firstDoses(study)).containsExactly(firstDose("2024-05-01", "2024-05-31"));
        desk.orders.carryOut(
                SubjectOrder.of(study, CHILD, new Act.Retract(new RecordId("treatment-1"), slip))
                        .with(sealing.keys()),
                TestDesk.COORDINATOR);
        assertThat(guards.firstDoses(study)).isEmpty();
    }

    @Test
    void rule14_anAuthorisedFirstDoseStandsUntilItIsGivenOrTakenBack() {
        StudyId study = desk.openStudy("s1");
        Guards guards = new Guards(JdbcClient.create(database.command()));
        desk.enter(study, "SE-1", "treated");
        ClinicalDate decided = ClinicalDate.of("2024-05-01");
        desk.give(study, "SE-1", new DoseAuthorisation(decided, day("2024-05-10"), 1, null));
        assertThat(guards.firstDoses(study))
                .containsExactly(new FirstDose(CHILD, new ArmId("treated"), DateRange.on(day("2024-05-10")), true));
        desk.give(study, "SE-1", TestDesk.dose("2024-05-12", null));
        assertThat(guards.firstDoses(study)).containsExactly(firstDose("2024-05-12", "2024-05-12"));
        Sealing sealing = new SubjectKeys(database.command()).sealing(study, CHILD);
        Reason slip = new Reason("entered-in-error", sealing.seal("a slip"));
        for (String record : List.of("treatment-1", "dose-authorisation-1")) {
            desk.orders.carryOut(
                    SubjectOrder.of(study, CHILD, new Act.Retract(new RecordId(record), slip))
                            .with(sealing.keys()),
                    TestDesk.COORDINATOR);
        }
        assertThat(guards.firstDoses(study)).isEmpty();
    }

    @Test
    void othersThatAnOrderNamesAreLookedUpByTheirHistory() {
        StudyId study = desk.openStudy("s1");
        desk.screen(study, "SE-1");
        Guards guards = new Guards(JdbcClient.create(database.command()));
        assertThat(guards.subjects(study, Set.of(CHILD, new SubjectId("SE-9")))).containsExactly(CHILD);
        assertThat(guards.subjects(study, Set.of())).isEmpty();
    }

    @Test
    void guardRowsCanBeMadeAnewFromTheEvents() {
        StudyId study = livelyStudy();
        desk.openStudy("s1-other");
        List<String> before = rows();
        assertThat(before).hasSize(19);
        JdbcClient superuser = database.superuser();
        superuser
                .sql("update store.batch set expires_on = '1999-01-01' where study = 's1'")
                .update();
        superuser
                .sql("delete from store.protocol where study = 's1' and version = 2")
                .update();
        superuser.sql("delete from store.first_dose").update();
        superuser.sql("delete from store.grant").update();
        superuser.sql("update store.dosing_hold set until_day = null").update();
        superuser
                .sql("insert into store.data_cut values ('s1', 'cut-9', null, null, null, '2030-01-01')")
                .update();
        assertThat(rows()).isNotEqualTo(before);
        new GuardRebuild(JdbcClient.create(database.command()), new DataSourceTransactionManager(database.command()))
                .rebuild(study);
        assertThat(rows()).isEqualTo(before);
    }

    /** A study in which everything happened that a guard row tells. */
    private StudyId livelyStudy() {
        StudyId study = desk.openStudy("s1");
        RecordId firstHold = new RecordId("hold-1");
        desk.send(
                TestDesk.protocol("s1", 2),
                new OpenSite(study, NEAR, null, ZoneId.of("UTC"), null),
                new ActivateProtocol(study, TestDesk.SITE, 1, day("2024-01-01"), day("2024-01-05")),
                new ActivateProtocol(study, TestDesk.SITE, 2, day("2024-06-01"), day("2024-06-05")),
                new CloseSite(study, NEAR, day("2024-07-01"), "moved"),
                new HoldDosing(study, new ArmId("treated"), TestDesk.SITE, day("2024-03-01"), "a fever"),
                new ResumeDosing(study, firstHold, day("2024-03-09"), "the fever has gone"),
                new HoldDosing(study, null, null, day("2024-05-01"), "an embolism"),
                new LockDataCut(study, null, null, null, day("2024-01-01"), "interim"),
                new LockDataCut(study, NEAR, null, null, day("2024-01-01"), "closing"),
                new LockDataCut(study, null, CHILD, "FU6", day("2024-01-02"), "read"),
                new LockDataCut(study, null, new SubjectId("SE-2"), null, day("2024-01-02"), "read"),
                new UnlockDataCut(study, new RecordId("cut-1"), "a late scan"),
                new GiveGrant(study, "anna", Role.COORDINATOR, TestDesk.SITE),
                new GiveGrant(study, "bo", Role.COORDINATOR, TestDesk.SITE),
                new GiveGrant(study, "ivo", Role.INVESTIGATOR, null),
                new RevokeGrant(study, "bo", Role.COORDINATOR, TestDesk.SITE, "left"));
        desk.send(
                new ManufactureBatch(
                        study,
                        new BatchId("B1"),
                        "BOOST cells",
                        null,
                        day("2024-01-01"),
                        day("2026-01-01"),
                        CellOrigin.AUTOLOGOUS,
                        CHILD,
                        null,
                        null,
                        null,
                        null,
                        null),
                new ReleaseBatch(study, new BatchId("B1"), day("2024-01-10")),
                new QuarantineBatch(study, new BatchId("B1"), day("2024-02-01"), "a bag leaks"),
                new ReleaseBatch(study, new BatchId("B1"), day("2024-04-01"), "the last batch"),
                new RecallBatch(study, new BatchId("B1"), day("2024-05-01"), "mould"),
                new ManufactureBatch(
                        study, new BatchId("B2"), "BOOST cells", null, day("2024-01-01"), day("2026-01-01")),
                new QuarantineBatch(study, new BatchId("B2"), day("2024-02-01"), "a bag leaks"),
                new RejectBatch(study, new BatchId("B2"), day("2024-02-02"), "not sterile"));
        desk.enter(study, "SE-1", "treated");
        desk.give(study, "SE-1", TestDesk.dose("2024-04-10", null));
        desk.enter(study, "SE-2", "treated");
        desk.send(new ResumeDosing(study, new RecordId("hold-2"), day("2024-06-01"), "the cause was found"));
        desk.give(study, "SE-2", new DoseAuthorisation(ClinicalDate.of("2024-06-01"), day("2024-06-10"), null, null));
        return study;
    }

    private static FirstDose firstDose(String earliest, String latest) {
        return new FirstDose(CHILD, new ArmId("treated"), new DateRange(day(earliest), day(latest)), false);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private List<String> rows() {
        return database.superuser().sql("""
            select 'protocol ' || p::text from store.protocol p
            union all select 'site ' || s::text from store.site s
            union all select 'activation ' || a::text from store.site_activation a
            union all select 'batch ' || b::text from store.batch b
            union all select 'hold ' || h::text from store.dosing_hold h
            union all select 'cut ' || c::text from store.data_cut c
            union all select 'dose ' || d::text from store.first_dose d
            union all select 'grant ' || g::text from store.grant g
            order by 1
            """).query(String.class).list();
    }
}
