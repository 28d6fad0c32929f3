package org.trialog.query.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes to the command side's store as a slow command would, and places what is committed as the sequencer would. */
public final class StoreWriter {

    private final DataSource source;

    public StoreWriter(DataSource source) {
        this.source = source;
    }

    /** Begins a command: its events are written, not committed. */
    public Connection begin(List<HistoryEntry> entries) throws SQLException {
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement("""
            insert into store.event (event_id, stream, stream_sequence, stream_type, type, revision, payload, metadata,
                appended_at)
            values (?, ?, ?, 'any', ?, ?, ?, ?, '2024-01-01T00:00:00.000Z')
            """)) {
            for (HistoryEntry entry : entries) {
                insert.setString(1, entry.eventId());
                insert.setString(2, entry.stream());
                insert.setLong(3, entry.streamSequence());
                insert.setString(4, entry.type());
                insert.setString(5, entry.revision());
                insert.setString(6, entry.payload());
                insert.setString(7, entry.metadata());
                insert.executeUpdate();
            }
        }
        return connection;
    }

    /** Writes entries and commits them. */
    public void write(List<HistoryEntry> entries) throws SQLException {
        commit(begin(entries));
    }

    public void commit(Connection connection) throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
        connection.close();
    }

    /** Gives positions to everything that is committed and has none. */
    public void sequence() {
        JdbcTemplate jdbc = new JdbcTemplate(source);
        jdbc.execute("""
            with fresh as (
                select e.*, min(e.store_sequence) over (partition by e.command_id) as first,
                       e.recorded_at::timestamptz as at
                from store.event e
                where not exists (select from store.position p where p.store_sequence = e.store_sequence)
            ), placed as (
                insert into store.position (position, store_sequence, recorded_at, known_at, study, subject, command_id,
                    leaf)
                select (select position from store.progress) + row_number() over (order by first, store_sequence),
                       store_sequence, at,
                       greatest(max(at) over (partition by study order by first, store_sequence),
                           (select max(known_at) from store.position p where p.study = fresh.study)),
                       study, subject, command_id, decode(repeat('00', 32), 'hex')
                from fresh
                returning position, store_sequence
            )
            update store.progress set position = greatest(position, (select max(position) from placed)),
                passed = greatest(passed, (select max(store_sequence) from placed))
            """);
        jdbc.execute("notify trialog_position");
    }
}
