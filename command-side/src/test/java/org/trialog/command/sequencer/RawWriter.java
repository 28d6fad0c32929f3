package org.trialog.command.sequencer;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A writer whose transaction the test opens and ends by hand; its events are one command. */
final class RawWriter implements AutoCloseable {

    final String command;
    private final Connection connection;
    private final JdbcClient database;
    private final String study;

    RawWriter(DataSource source, String study, String command) throws SQLException {
        this.connection = source.getConnection();
        this.connection.setAutoCommit(false);
        this.database = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        this.study = study;
        this.command = command;
    }

    RawWriter(DataSource source, String command) throws SQLException {
        this(source, "s1", command);
    }

    void append(String subject, long sequence) {
        append(subject, sequence, "2026-01-01T00:00:00.000000Z");
    }

    void append(String subject, long sequence, String recordedAt) {
        database.sql("""
            insert into store.event
                (event_id, stream, stream_sequence, stream_type, type, revision, payload, metadata, appended_at)
            values (:id, :stream, :sequence, 'subject', 'FractureRecorded', '1', '{"bone": "fémur"}',
                json_build_object('study', :study::text, 'subject', :subject::text, 'command', :command::text,
                    'recordedAt', :recordedAt::text)::text,
                '2026-01-01T00:00:00.000Z')
            """)
                .param("id", UUID.randomUUID().toString())
                .param("stream", "subject:" + study + "/" + subject)
                .param("sequence", sequence)
                .param("study", study)
                .param("subject", subject)
                .param("command", command)
                .param("recordedAt", recordedAt)
                .update();
    }

    void commit() throws SQLException {
        connection.commit();
    }

    void rollback() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
