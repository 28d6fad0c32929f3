package org.trialog.command.sequencer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Who places the history: whoever's session holds the lock. Closing resigns, so that a connection never goes back to its
 * pool with the lock on it; a session that dies has resigned by itself.
 */
record Election(Connection connection, boolean won) implements AutoCloseable {

    static Election of(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        return new Election(connection, ask(connection, "select pg_try_advisory_lock(8273, 1)"));
    }

    @Override
    public void close() throws SQLException {
        if (won) {
            ask(connection, "select pg_advisory_unlock(8273, 1)");
        }
    }

    private static boolean ask(Connection connection, String question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question);
                ResultSet answer = statement.executeQuery()) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}
