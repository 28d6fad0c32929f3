package org.trialog.deploy.postgres;

import java.nio.file.Path;
import java.sql.SQLException;
import org.trialog.deploy.datadir.AnotherProcess;
import org.trialog.deploy.datadir.DataDirectory;

/** Starts a cluster, writes a row, tells the server's process and waits to be killed. */
final class RunsACluster {
    private RunsACluster() {}

    public static void main(String[] arguments) throws SQLException {
        try (DataDirectory directory = DataDirectory.open(Path.of(arguments[0]));
                EmbeddedCluster cluster = EmbeddedCluster.start(directory)) {
            Note.write(cluster, directory);
            AnotherProcess.readyAndStay(String.valueOf(cluster.pid()));
        }
    }
}
