package org.trialog.query.moment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.trialog.events.clinical.Screening;
import org.trialog.events.subject.Recorded;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;
import org.trialog.query.history.Databases;
import org.trialog.query.history.History;
import org.trialog.query.history.HistoryEntry;
import org.trialog.query.history.JdbcHistory;
import org.trialog.query.history.StoreSettlement;
import org.trialog.query.history.StoreWriter;
import org.trialog.query.history.Telling;
import org.trialog.query.problem.Problem;

/** On the tables of the command side, with writers that take their time. */
class SettledStoreTest {

    private static final StudyId STUDY = new StudyId("boostb4");
    private static final AsKnownAt AT = AsKnownAt.of("2025-03-01T00:00:00Z");

    private final HikariDataSource database = Databases.freshWithStore();
    private final StoreWriter store = new StoreWriter(database);
    private final History history = new JdbcHistory(database, "store.history");
    private final Telling telling = new Telling().study(STUDY, Instant.parse("2025-01-01T00:00:00Z"));

    @BeforeEach
    void begin() throws Exception {
        store.write(telling.entries());
        store.sequence();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Moments moments(Duration patience) {
        return new Moments(history, new StoreSettlement(database), patience);
    }

    private List<HistoryEntry> screened(String subject, String at) {
        int before = telling.entries().size();
        telling.say(
                STUDY,
                new SubjectId(subject),
                Instant.parse(at),
                new Recorded<>(new RecordId("screening-1"), new Screening(ClinicalDate.of("2025"), Telling.STOCKHOLM)));
        return telling.entries().subList(before, telling.entries().size());
    }

    @Test
    void theStoreIsReadThroughItsView() {
        assertThat(history.head()).isEqualTo(4);
        assertThat(history.next(0, 100))
                .extracting(HistoryEntry::payload)
                .isEqualTo(telling.entries().stream().map(HistoryEntry::payload).toList());
        assertThat(moments(Duration.ZERO).find(STUDY, AT)).map(Moment::position).contains(4L);
    }

    @Test
    void aRunningWriterKeepsThePastOpen() throws Exception {
        try (Connection slow = store.begin(screened("S-1", "2025-02-28T23:59:59Z"))) {
            assertThatThrownBy(() -> moments(Duration.ofMillis(50)).find(STUDY, AT))
                    .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status())
                            .isEqualTo(503));
            slow.rollback();
            slow.setAutoCommit(true);
        }
        // Its sequence value is spent; nobody will place it.
        new JdbcTemplate(database).update("update store.progress set passed = store.last_sequence()");
        assertThat(moments(Duration.ofSeconds(5)).find(STUDY, AT))
                .map(Moment::position)
                .contains(4L);
    }

    @Test
    void theAnswerWaitsForTheSlowWriterAndForItsPlace() throws Exception {
        Connection slow = store.begin(screened("S-1", "2025-02-28T23:59:59Z"));
        CompletableFuture<Optional<Moment>> answer = CompletableFuture.supplyAsync(
                () -> moments(Duration.ofSeconds(30)).find(STUDY, AT));
        store.commit(slow);
        assertThat(answer).isNotDone();
        store.sequence();
        assertThat(answer.join()).map(Moment::position).contains(5L);
    }
}
