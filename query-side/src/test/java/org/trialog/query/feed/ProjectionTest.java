package org.trialog.query.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;
import org.trialog.query.history.Databases;
import org.trialog.query.history.History;
import org.trialog.query.history.HistoryCopy;
import org.trialog.query.history.HistoryEntry;
import org.trialog.query.history.JdbcHistory;
import org.trialog.query.history.Telling;

class ProjectionTest {

    private static final StudyId ONE = new StudyId("one");
    private static final StudyId OTHER = new StudyId("other");

    private final HikariDataSource database = Databases.fresh();
    private final FaultyDataSource faulty = new FaultyDataSource(database);
    private final HistoryCopy copy = new HistoryCopy(database);
    private final History history = new JdbcHistory(database, HistoryCopy.RELATION);
    private final FeedTables tables = new FeedTables(new JdbcTemplate(database));

    @AfterEach
    void close() {
        database.close();
    }

    /** Goes on until everything is in the rows, starting again from what they say after every death. */
    private void feed() {
        Projection projection = new Projection(history, faulty);
        while (true) {
            try {
                FeedTables.Generation at = tables.current().orElseGet(() -> new Rebuild(history, faulty).run());
                while (at.position() < history.head()) {
                    at = projection.advance(at);
                }
                return;
            } catch (RuntimeException death) {
                assertThat(death).hasStackTraceContaining("died");
                // Nothing is remembered over a death.
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDeathAtAnyStepNeitherLosesAFactNorTakesItTwice(boolean after) {
        List<HistoryEntry> told =
                Telling.random(new Random(3), List.of(ONE, OTHER), 300).entries();
        int piece = 12;
        int step = 1;
        boolean died = true;
        for (int end = piece; end < told.size() && died; end += piece) {
            copy.append(told.subList(end - piece, end), Instant.EPOCH);
            faulty.dieAt(step++, after);
            feed();
            died = faulty.died();
            assertThat(Expected.rows(database, ONE)).isEqualTo(Expected.fold(ONE, told.subList(0, end)));
            assertThat(Expected.rows(database, OTHER)).isEqualTo(Expected.fold(OTHER, told.subList(0, end)));
        }
        assertThat(died).as("every step has had its death").isFalse();
        assertThat(step).isGreaterThan(6);
    }

    @Test
    void theFirstFoldSurvivesADeathAtAnyStep() {
        List<HistoryEntry> told =
                Telling.random(new Random(5), List.of(ONE, OTHER), 100).entries();
        copy.append(told, Instant.EPOCH);
        int step = 1;
        do {
            faulty.dieAt(step++, false);
            new JdbcTemplate(database).execute("delete from read.feed");
            feed();
            assertThat(Expected.rows(database, ONE)).isEqualTo(Expected.fold(ONE, told));
        } while (faulty.died());
        assertThat(step).isGreaterThan(8);
        assertThat(new JdbcTemplate(database).queryForObject("select count(*) from read.feed", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void aRebuildMakesTheVeryRowsThatWereFedOneByOne() {
        List<HistoryEntry> told =
                Telling.random(new Random(11), List.of(ONE, OTHER), 400).entries();
        for (int start = 0; start < told.size(); start += 37) {
            copy.append(told.subList(start, Math.min(start + 37, told.size())), Instant.EPOCH);
            feed();
        }
        List<String> fed = Expected.text(database);
        new Rebuild(history, database).run();
        assertThat(fed).hasSizeGreaterThan(10);
        assertThat(Expected.text(database)).isEqualTo(fed);
        assertThat(tables.current()).map(FeedTables.Generation::number).contains(2);
    }

    @Test
    void aWriterThatHasBeenOvertakenChangesNothing() {
        List<HistoryEntry> told =
                Telling.random(new Random(13), List.of(ONE), 50).entries();
        copy.append(told.subList(0, 20), Instant.EPOCH);
        feed();
        FeedTables.Generation stale = tables.current().orElseThrow();
        copy.append(told.subList(20, told.size()), Instant.EPOCH);
        feed();
        List<String> before = Expected.text(database);
        assertThatThrownBy(() -> new Projection(history, database).advance(stale))
                .isInstanceOf(ForeignWriter.class);
        assertThat(Expected.text(database)).isEqualTo(before);
    }

    @Test
    void anUnknownFactStopsTheFeedInFrontOfItsCommand() {
        Telling telling = Telling.random(new Random(17), List.of(ONE), 20);
        long before = telling.head();
        telling.sayUnknown(ONE, new SubjectId("S-1"), Instant.parse("2026-01-01T00:00:00Z"));
        copy.append(telling.entries().subList(0, 4), Instant.EPOCH);
        FeedTables.Generation begun = new Rebuild(history, database).run();
        copy.append(telling.entries().subList(4, telling.entries().size()), Instant.EPOCH);
        Projection projection = new Projection(history, database);
        FeedTables.Generation at = projection.advance(begun);
        assertThat(at.position()).isEqualTo(before);
        assertThatThrownBy(() -> projection.advance(at))
                .isInstanceOf(CannotReadFact.class)
                .hasMessageContaining("SubjectTeleported")
                .hasMessageContaining("position " + (before + 1));
        assertThat(tables.current()).map(FeedTables.Generation::position).contains(before);
    }
}
