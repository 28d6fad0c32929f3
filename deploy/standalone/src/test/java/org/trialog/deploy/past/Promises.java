package org.trialog.deploy.past;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.trialog.events.value.StudyId;
import org.trialog.query.history.HistoryEntry;
import org.trialog.query.history.JdbcHistory;
import org.trialog.query.history.Slice;
import org.trialog.query.record.Known;
import org.trialog.query.record.KnownRows;
import org.trialog.query.record.StudyFold;

/** What the history promises whoever reads it, checked entry by entry. */
final class Promises {

    private Promises() {}

    static List<HistoryEntry> entries(DataSource database) {
        List<HistoryEntry> entries = new ArrayList<>();
        new JdbcHistory(database, "store.history").read(Slice.between(0, Long.MAX_VALUE), entries::add);
        return entries;
    }

    static void hold(DataSource database) {
        List<HistoryEntry> entries = entries(database);
        assertThat(new JdbcTemplate(database).queryForObject("select count(*) from store.event", Long.class))
                .as("nothing skipped")
                .isEqualTo(entries.size());
        long position = 0;
        String command = "";
        Set<String> commands = new HashSet<>();
        Set<String> ids = new HashSet<>();
        Map<String, Long> streams = new HashMap<>();
        Map<StudyId, Instant> known = new HashMap<>();
        for (HistoryEntry entry : entries) {
            assertThat(entry.position()).as("dense").isEqualTo(++position);
            assertThat(ids.add(entry.eventId())).as("nothing twice").isTrue();
            if (!entry.command().equals(command)) {
                assertThat(commands.add(entry.command()))
                        .as("contiguous commands")
                        .isTrue();
                command = entry.command();
            }
            assertThat(entry.streamSequence())
                    .as("streams in order")
                    .isEqualTo(streams.merge(entry.stream(), 0L, (last, zero) -> last + 1));
            assertThat(entry.provenance().recordedAt()).isEqualTo(entry.recordedAt());
            Instant latest =
                    known.merge(entry.study(), entry.recordedAt(), (before, now) -> before.isAfter(now) ? before : now);
            assertThat(entry.knownAt()).as("running maximum in the study").isEqualTo(latest);
        }
    }

    /** The rows are the fold of the history. */
    static void rowsAreTheFold(DataSource database, StudyId study) {
        Known folded = fold(study, entries(database));
        Known rows = new KnownRows(database).study(study).orElseThrow();
        for (int i = 0; i < folded.subjects().size(); i++) {
            assertThat(rows.subjects().get(i)).isEqualTo(folded.subjects().get(i));
        }
        assertThat(Optional.of(rows)).contains(folded);
    }

    private static Known fold(StudyId study, List<HistoryEntry> entries) {
        StudyFold fold = StudyFold.empty(study);
        entries.stream().filter(entry -> entry.study().equals(study)).forEach(fold::apply);
        return fold.known();
    }
}
