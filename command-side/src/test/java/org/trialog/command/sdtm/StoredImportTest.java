package org.trialog.command.sdtm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.trialog.command.desk.DeskConfiguration;
import org.trialog.command.keys.SubjectKeys;
import org.trialog.command.order.Orders;
import org.trialog.command.sdtm.report.ImportReport;
import org.trialog.command.store.StoreConfiguration;
import org.trialog.command.store.TestDatabase;
import org.trialog.command.subject.RuleBook;
import org.trialog.events.value.StudyId;

/** The import through the desk on a real PostgreSQL, by two threads. */
class StoredImportTest {

    private static final ImportOptions OPTIONS = ImportOptions.of(new StudyId("trialog-fix"), "local:tester");

    private final TestDatabase database = TestDatabase.fresh();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    @BeforeEach
    void aCommandSide() {
        context.registerBean(StoreConfiguration.DATABASE, DataSource.class, database::command);
        context.register(StoreConfiguration.class, DeskConfiguration.class);
        context.refresh();
    }

    @AfterEach
    void closed() {
        context.close();
    }

    @Test
    void aSecondImportRecordsNothingAndADryRunOfItSaysSo() {
        ImportReport rehearsed = run(Folders.fixture(), OPTIONS.dry(true));
        assertThat(events()).isZero();

        ImportReport first = run(Folders.fixture(), OPTIONS);
        long events = events();
        ImportReport again = run(Folders.fixture(), OPTIONS);

        assertThat(rehearsed.json()).isEqualTo(first.json());
        assertThat(first.total().accepted()).isEqualTo(73);
        assertThat(again.total().accepted()).isZero();
        assertThat(again.total().duplicate()).isEqualTo(74);
        assertThat(events()).isEqualTo(events);
        assertThat(run(Folders.fixture(), OPTIONS.dry(true)).json()).isEqualTo(again.json());
    }

    @Test
    void noWordsOfThePeopleInItStandInClearInTheStore() {
        run(Folders.fixture(), OPTIONS);

        for (String words : List.of("burning, below", "1951-03-04", "TOO MANY VISITS", "broke a rib", "her heart")) {
            assertThat(database.superuser()
                            .sql("select count(*) from store.event where payload like :words or metadata like :words")
                            .param("words", "%" + words + "%")
                            .query(Long.class)
                            .single())
                    .as(words)
                    .isZero();
        }
    }

    private long events() {
        return database.superuser()
                .sql("select count(*) from store.event")
                .query(Long.class)
                .single();
    }

    private ImportReport run(Path folder, ImportOptions options) {
        StoredStudies studies = new StoredStudies(database.command());
        return new SdtmImport(
                        context.getBean(Orders.class),
                        studies,
                        context.getBean(SubjectKeys.class)::sealing,
                        new DecidedRehearsal(studies::state, Clock.systemUTC(), RuleBook.STANDARD))
                .run(folder, options, ImportProgress.NONE);
    }
}
