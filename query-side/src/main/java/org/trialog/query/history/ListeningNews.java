package org.trialog.query.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessResourceFailureException;

/** News over LISTEN on the channel that the sequencer notifies. */
final class ListeningNews implements News {

    private final Connection connection;

    ListeningNews(DataSource source) {
        try {
            connection = source.getConnection();
            try (Statement listen = connection.createStatement()) {
                listen.execute("listen trialog_position");
            }
        } catch (SQLException unavailable) {
            throw new DataAccessResourceFailureException("cannot listen for new positions", unavailable);
        }
    }

    @Override
    public void await(Duration atMost) {
        try {
            connection.unwrap(PGConnection.class).getNotifications(Math.toIntExact(atMost.toMillis()));
        } catch (SQLException unavailable) {
            throw new DataAccessResourceFailureException("cannot hear of new positions", unavailable);
        }
    }

    @Override
    public void close() {
        try (connection;
                Statement unlisten = connection.createStatement()) {
            unlisten.execute("unlisten *");
        } catch (SQLException gone) {
            // The pool discards a broken connection by itself; a listening one it would hand to somebody else.
            throw new DataAccessResourceFailureException("cannot stop listening for new positions", gone);
        }
    }
}
