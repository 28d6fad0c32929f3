package org.trialog.deploy.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The database of a data directory whose server runs, seen from outside.
 *
 * @param data the data directory
 */
public record Database(Path data) {

    /** A connection as a role whose password lies among the secrets; {@code postgres} is the superuser. */
    public Connection as(String role) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port() + "/trialog", role, read(data.resolve("secrets/" + role)));
    }

    /** All rows of a query, its columns joined by a bar. */
    public List<String> rows(String sql) throws SQLException {
        try (Connection superuser = as("postgres");
                Statement statement = superuser.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(String.valueOf(found.getString(i)));
                }
                rows.add(String.join("|", row));
            }
            return rows;
        }
    }

    public long events() throws SQLException {
        return Long.parseLong(rows("select count(*) from store.event").getFirst());
    }

    /** The server's process. */
    public long pid() {
        return Long.parseLong(postmaster().get(0).strip());
    }

    private int port() {
        return Integer.parseInt(postmaster().get(3).strip());
    }

    private List<String> postmaster() {
        return read(data.resolve("pgdata/postmaster.pid")).lines().toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
