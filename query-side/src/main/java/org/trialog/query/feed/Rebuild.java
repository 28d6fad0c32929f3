package org.trialog.query.feed;

import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trialog.events.value.StudyId;
import org.trialog.query.history.History;
import org.trialog.query.history.Slice;
import org.trialog.query.record.Known;
import org.trialog.query.record.StudyFold;
import org.trialog.query.record.SubjectRecord;

/**
 * Makes all rows anew: reads the history once, folds it in memory, loads the final rows into a new generation and switches
 * over. Readers see the old generation until then, never half of the new one.
 */
final class Rebuild {

    /** Loaded in pieces, so that no transaction is long among those that the sequencer waits for. */
    private static final int SUBJECTS_AT_ONCE = 500;

    private final History history;
    private final JdbcTemplate jdbc;
    private final FeedTables tables;
    private final TransactionTemplate transaction;

    Rebuild(History history, DataSource source) {
        this.history = history;
        this.jdbc = new JdbcTemplate(source);
        this.tables = new FeedTables(jdbc);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    /**
     * Folds everything up to the head.
     *
     * @return the new current generation
     * @throws CannotReadFact when a fact cannot be read; the old generation stays current
     */
    FeedTables.Generation run() {
        tables.sweep();
        long head = history.head();
        Map<StudyId, StudyFold> folds = new TreeMap<>();
        history.read(
                Slice.between(0, head),
                entry -> Projection.take(folds.computeIfAbsent(entry.study(), StudyFold::empty), entry));
        FeedTables.Generation next = new FeedTables.Generation(tables.highest() + 1, StudyFold.VERSION, head);
        tables.begin(next);
        for (StudyFold fold : folds.values()) {
            load(next, fold.known());
        }
        transaction.executeWithoutResult(begun -> tables.makeCurrent(next));
        tables.sweep();
        return next;
    }

    private void load(FeedTables.Generation generation, Known known) {
        tables.put(generation, known.study(), known.moment());
        List<SubjectRecord> subjects = known.subjects();
        for (int start = 0; start < subjects.size(); start += SUBJECTS_AT_ONCE) {
            copy(generation, subjects.subList(start, Math.min(start + SUBJECTS_AT_ONCE, subjects.size())));
        }
    }

    private void copy(FeedTables.Generation generation, List<SubjectRecord> records) {
        StringBuilder rows = new StringBuilder();
        for (SubjectRecord record : records) {
            appendRow(rows, FeedTables.row(generation, record));
        }
        jdbc.execute((ConnectionCallback<Long>) connection -> {
            try {
                return connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "copy read.subject_record (generation, study, subject, site, version, position, record)"
                                        + " from stdin (format csv)",
                                new StringReader(rows.toString()));
            } catch (IOException broken) {
                throw new SQLException("the rows could not be loaded", broken);
            }
        });
    }

    /** CSV as COPY reads it: everything quoted; nothing at all is null. */
    private static void appendRow(StringBuilder rows, @Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                rows.append(',');
            }
            Object value = values[i];
            if (value != null) {
                rows.append('"').append(value.toString().replace("\"", "\"\"")).append('"');
            }
        }
        rows.append('\n');
    }
}
