package org.trialog.deploy.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.trialog.deploy.datadir.DataDirectory;

/** A row that was acknowledged: written once, and looked for after what befell the server. */
final class Note {
    private Note() {}

    static void write(EmbeddedCluster cluster, DataDirectory directory) throws SQLException {
        Roles.prepare(cluster, directory.secrets());
        try (Connection connection = RolesTest.connect(cluster, directory, Roles.OWNER);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA note");
            statement.execute("CREATE TABLE note.written (words text)");
            statement.execute("INSERT INTO note.written VALUES ('acknowledged')");
        }
    }

    /** Starts the cluster of this directory and finds the row. */
    static void mustBeIn(Path root) throws SQLException {
        try (DataDirectory directory = DataDirectory.open(root);
                EmbeddedCluster cluster = EmbeddedCluster.start(directory);
                Connection connection = RolesTest.connect(cluster, directory, Roles.OWNER);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT words FROM note.written")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("acknowledged");
        }
    }
}
