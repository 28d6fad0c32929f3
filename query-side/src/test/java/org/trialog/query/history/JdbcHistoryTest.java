package org.trialog.query.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

class JdbcHistoryTest {

    private static final StudyId ONE = new StudyId("one");
    private static final StudyId OTHER = new StudyId("other");

    private static HikariDataSource database;
    private static History history;
    private static List<HistoryEntry> told;

    @BeforeAll
    static void tell() {
        database = Databases.fresh();
        history = new JdbcHistory(database, HistoryCopy.RELATION);
        told = Telling.random(new Random(7), List.of(ONE, OTHER), 1_200).entries();
        new HistoryCopy(database).append(told, Instant.parse("2030-01-01T00:00:00Z"));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void everythingComesBackAsItWasWrittenInPositionOrder() {
        List<HistoryEntry> read = new ArrayList<>();
        history.read(Slice.between(0, history.head()), read::add);
        assertThat(told).hasSizeGreaterThan(2_000);
        assertThat(read).isEqualTo(told);
    }

    @Test
    void aSubjectIsReadAlone() {
        SubjectId subject = new SubjectId("S-3");
        List<HistoryEntry> read = new ArrayList<>();
        history.read(Slice.of(ONE, subject, 900), read::add);
        assertThat(read)
                .isNotEmpty()
                .isEqualTo(told.stream()
                        .filter(entry ->
                                entry.study().equals(ONE) && subject.equals(entry.subject()) && entry.position() <= 900)
                        .toList());
    }

    @Test
    void aPieceNeverEndsInsideACommand() {
        for (int about : new int[] {1, 2, 3, 10, 499}) {
            List<HistoryEntry> read = new ArrayList<>();
            long after = 0;
            for (List<HistoryEntry> piece = history.next(after, about);
                    !piece.isEmpty();
                    piece = history.next(after, about)) {
                read.addAll(piece);
                after = piece.getLast().position();
                assertThat(history.roundedDown(after)).isEqualTo(after);
            }
            assertThat(read).isEqualTo(told);
        }
    }

    @Test
    void aPositionInsideACommandIsTheEndOfTheCommandBefore() {
        for (int i = 1; i < told.size(); i++) {
            long position = told.get(i).position();
            boolean endsHere = i == told.size() - 1
                    || !told.get(i).command().equals(told.get(i + 1).command());
            long start = told.stream()
                    .filter(entry -> entry.command()
                            .equals(history.page(Slice.between(position - 1, position), 1)
                                    .getFirst()
                                    .command()))
                    .findFirst()
                    .orElseThrow()
                    .position();
            assertThat(history.roundedDown(position)).isEqualTo(endsHere ? position : start - 1);
            if (i > 60) {
                return;
            }
        }
    }

    @Test
    void theCopyRefusesToForget() {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        assertThatThrownBy(() -> jdbc.update("update history.entry set type = 'X' where position = 1"))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.update("delete from history.entry")).hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.execute("truncate history.entry")).hasMessageContaining("append-only");
    }

    @Test
    void aRepeatedDeliveryChangesNothingAndAForeignOneIsRefused() {
        HistoryCopy copy = new HistoryCopy(database);
        copy.append(told.subList(0, 50), Instant.EPOCH);
        assertThat(history.head()).isEqualTo(told.size());
        HistoryEntry first = told.getFirst();
        HistoryEntry foreign = new HistoryEntry(
                first.position(),
                first.knownAt(),
                first.recordedAt(),
                first.command(),
                "another event",
                first.study(),
                first.subject(),
                first.stream(),
                first.streamSequence(),
                first.type(),
                first.revision(),
                first.payload(),
                first.metadata());
        assertThatThrownBy(() -> copy.append(List.of(foreign), Instant.EPOCH))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("two histories are mixed");
    }
}
