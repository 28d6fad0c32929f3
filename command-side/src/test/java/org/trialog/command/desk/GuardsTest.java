package org.trialog.command.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.trialog.command.order.BatchOrder;
import org.trialog.command.store.TestDatabase;
import org.trialog.command.subject.Surroundings.BatchStanding;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.StudyId;

class GuardsTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final TestDesk desk = new TestDesk(database);

    @Test
    void guardRowsAreWrittenWithTheFactsThatChangeThem() {
        StudyId study = studyWithBatches();
        Guards guards = new Guards(JdbcClient.create(database.command()));
        assertThat(guards.protocols(study)).containsOnlyKeys(1, 2);
        assertThat(guards.protocols(study).get(2).title()).isEqualTo("A study");
        assertThat(guards.sites(study)).containsOnlyKeys(TestDesk.SITE);
        assertThat(guards.batches(study, List.of(new BatchId("B1"), new BatchId("B2"), new BatchId("B3"))))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        new BatchId("B1"), new BatchStanding(LocalDate.of(2024, 1, 10), LocalDate.of(2026, 1, 1)),
                        new BatchId("B2"), new BatchStanding(null, LocalDate.of(2026, 1, 1))));
    }

    @Test
    void guardRowsCanBeMadeAnewFromTheEvents() {
        StudyId study = studyWithBatches();
        desk.openStudy("s1-other");
        List<String> before = rows();
        assertThat(before).hasSize(7);
        database.superuser()
                .sql("update store.batch set expires_on = '1999-01-01' where study = 's1'")
                .update();
        database.superuser()
                .sql("delete from store.protocol where study = 's1' and version = 2")
                .update();
        new GuardRebuild(JdbcClient.create(database.command()), new DataSourceTransactionManager(database.command()))
                .rebuild(study);
        assertThat(rows()).isEqualTo(before);
    }

    private StudyId studyWithBatches() {
        StudyId study = desk.openStudy("s1");
        desk.orders.carryOut(TestDesk.protocol("s1", 2), TestDesk.COORDINATOR);
        for (String batch : List.of("B1", "B2")) {
            desk.orders.carryOut(
                    new BatchOrder.ManufactureBatch(
                            study,
                            new BatchId(batch),
                            "BOOST cells",
                            null,
                            LocalDate.of(2024, 1, 1),
                            LocalDate.of(2026, 1, 1)),
                    TestDesk.COORDINATOR);
        }
        desk.orders.carryOut(
                new BatchOrder.ReleaseBatch(study, new BatchId("B1"), LocalDate.of(2024, 1, 10)), TestDesk.COORDINATOR);
        return study;
    }

    private List<String> rows() {
        return database.superuser().sql("""
            select p::text from store.protocol p
            union all select s::text from store.site s
            union all select b::text from store.batch b
            order by 1
            """).query(String.class).list();
    }
}
