package org.trialog.deploy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.trialog.deploy.datadir.DataDirectory;
import org.trialog.deploy.postgres.Roles;

/**
 * Fills the history fast: as the owner of the tables it appends copies of the events of a subject that was recorded through
 * the door, each copy a subject of its own with commands of its own. The events are as real ones but for that nobody decided
 * them; the sequencer places them and the read side folds them as it does all others.
 */
final class Filling implements AutoCloseable {

    private static final int SUBJECTS_AT_ONCE = 50;
    private static final long LOOK_AGAIN_NANOS = 200_000_000;

    private static final String COPY =
            """
        insert into store.event
            (event_id, stream, stream_sequence, stream_type, type, revision, payload, metadata, appended_at)
        select gen_random_uuid()::text, replace(e.stream, template.subject, copy.subject), e.stream_sequence,
               e.stream_type, e.type, e.revision, e.payload,
               replace(
                   replace(e.metadata, '"' || template.subject || '"', '"' || copy.subject || '"'),
                   e.command_id,
                   left(e.command_id, -8) || lpad(to_hex(copy.number), 8, '0')),
               e.appended_at
        from (select ? as subject) template
        cross join (select number, 'F-' || number as subject from generate_series(?, ?) number) copy
        join store.event e on e.stream = 'subject:bench/' || template.subject
        order by copy.number, e.stream_sequence
        """;

    private final Connection owner;

    private Filling(Connection owner) {
        this.owner = owner;
    }

    static Filling of(DataDirectory directory) throws IOException, SQLException {
        String port = Files.readAllLines(directory.pgdata().resolve("postmaster.pid"))
                .get(3)
                .strip();
        return new Filling(DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + Roles.DATABASE,
                Roles.OWNER,
                directory.secrets().findOrMake(Roles.OWNER)));
    }

    /** Copies the subject until the history has that many events, or a few more. */
    void copy(String subject, long events, Consumer<String> progress) throws SQLException {
        long each = number("select count(*) from store.event where stream = 'subject:bench/" + subject + "'");
        int copies = Math.toIntExact(Math.max(0, events - events() + each - 1) / each);
        try (PreparedStatement copy = owner.prepareStatement(COPY)) {
            for (int from = 1; from <= copies; from += SUBJECTS_AT_ONCE) {
                copy.setString(1, subject);
                copy.setInt(2, from);
                copy.setInt(3, Math.min(copies, from + SUBJECTS_AT_ONCE - 1));
                copy.executeUpdate();
            }
        }
        progress.accept(events() + " events; waiting until they have their places");
        while (number("select case when store.positioned(store.last_sequence()) then 1 else 0 end") == 0) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        try (Statement statement = owner.createStatement()) {
            statement.execute("analyze store.event");
        }
    }

    long events() throws SQLException {
        return number("select count(*) from store.event");
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        owner.close();
    }
}
