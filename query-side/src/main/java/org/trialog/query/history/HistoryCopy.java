package org.trialog.query.history;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the query side's own append-only copy of the history. Delivery may repeat: an entry that is there is left as it
 * is, provided that it is the same event.
 */
public final class HistoryCopy {

    /** The relation that {@link JdbcHistory} reads it by. */
    public static final String RELATION = "history.entry";

    private static final String INSERT = """
        insert into history.entry (position, known_at, recorded_at, command_id, event_id, study, subject, stream,
            stream_sequence, type, revision, payload, metadata)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (position) do nothing
        """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    public HistoryCopy(DataSource source) {
        jdbc = new JdbcTemplate(source);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    /**
     * Appends entries, all or none, and says how far the copy is complete with them.
     *
     * @param completeThrough nothing recorded up to this instant can still arrive; may stand before what is held already
     * @throws IllegalStateException when another event holds one of the positions
     */
    public void append(List<HistoryEntry> entries, Instant completeThrough) {
        transaction.executeWithoutResult(begun -> {
            int[] inserted = jdbc.batchUpdate(
                    INSERT, entries.stream().map(HistoryCopy::row).toList());
            for (int i = 0; i < inserted.length; i++) {
                if (inserted[i] == 0) {
                    verify(entries.get(i));
                }
            }
            jdbc.update("update history.completeness set through = greatest(through, ?)", utc(completeThrough));
        });
        jdbc.execute("notify trialog_position");
    }

    private void verify(HistoryEntry entry) {
        String held = jdbc.queryForObject(
                "select event_id from history.entry where position = ?", String.class, entry.position());
        if (!entry.eventId().equals(held)) {
            throw new IllegalStateException(
                    "position %d holds event %s, and event %s claims it: two histories are mixed"
                            .formatted(entry.position(), held, entry.eventId()));
        }
    }

    private static Object[] row(HistoryEntry entry) {
        return new Object[] {
            entry.position(),
            utc(entry.knownAt()),
            utc(entry.recordedAt()),
            entry.command(),
            entry.eventId(),
            entry.study().value(),
            new SqlParameterValue(
                    Types.VARCHAR,
                    entry.subject() == null ? null : entry.subject().value()),
            entry.stream(),
            entry.streamSequence(),
            entry.type(),
            entry.revision(),
            entry.payload(),
            entry.metadata()
        };
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
