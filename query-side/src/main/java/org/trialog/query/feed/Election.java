package org.trialog.query.feed;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/** The right to write the rows: an advisory lock, held as long as its connection lives. */
final class Election implements AutoCloseable {

    /** "trialog" in ASCII. */
    private static final long LOCK = 0x7472_6961_6c6f_67L;

    private static final int SECONDS_TO_ANSWER = 2;

    private final Connection connection;

    private Election(Connection connection) {
        this.connection = connection;
    }

    /** Wins the right, unless another process has it. */
    static Optional<Election> win(DataSource source) throws SQLException {
        Connection connection = source.getConnection();
        boolean won = false;
        try {
            won = lock(connection, "select pg_try_advisory_lock(" + LOCK + ")");
            return won ? Optional.of(new Election(connection)) : Optional.empty();
        } finally {
            if (!won) {
                connection.close();
            }
        }
    }

    /** @throws SQLException when the connection, and with it the right, is lost */
    void verify() throws SQLException {
        if (!connection.isValid(SECONDS_TO_ANSWER)) {
            throw new SQLException("the connection that holds the right to write is lost");
        }
    }

    /** Gives the right back: a pooled connection would keep it for ever. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            if (!lock(connection, "select pg_advisory_unlock(" + LOCK + ")")) {
                throw new SQLException("the right to write had been lost before it was given back");
            }
        }
    }

    private static boolean lock(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}
