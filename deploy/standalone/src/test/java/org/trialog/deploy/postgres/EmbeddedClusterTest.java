package org.trialog.deploy.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialog.deploy.datadir.DataDirectory;
import org.trialog.deploy.datadir.DataDirectoryProblem;

class EmbeddedClusterTest {

    @TempDir
    private Path data;

    @Test
    void whatWasCommittedIsThereAtTheNextStart() throws Exception {
        try (DataDirectory directory = DataDirectory.open(data)) {
            try (EmbeddedCluster cluster = EmbeddedCluster.start(directory)) {
                Roles.prepare(cluster, directory.secrets());
                run(cluster, directory, "create table kept (word text)");
                run(cluster, directory, "insert into kept values ('still here')");
            }
            assertThat(PostmasterFile.read(directory.pgdata())).isEmpty();
        }
        try (DataDirectory directory = DataDirectory.open(data);
                EmbeddedCluster cluster = EmbeddedCluster.start(directory)) {
            Roles.prepare(cluster, directory.secrets());
            assertThat(ask(cluster, directory, "select word from kept")).isEqualTo("still here");
        }
    }

    @Test
    void durabilityCannotBeSwitchedOffByAConfigurationFile() throws Exception {
        try (DataDirectory directory = DataDirectory.open(data)) {
            EmbeddedCluster.start(directory).close();
            for (String file : List.of("postgresql.conf", "postgresql.auto.conf")) {
                Files.writeString(
                        directory.pgdata().resolve(file),
                        "fsync = off\nfull_page_writes = off\nsynchronous_commit = off\n");
            }
            try (EmbeddedCluster cluster = EmbeddedCluster.start(directory)) {
                for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit", "data_checksums")) {
                    assertThat(ask(cluster, directory, "show " + setting))
                            .as(setting)
                            .isEqualTo("on");
                }
                assertThat(ask(cluster, directory, "show server_version")).startsWith("18.");
                assertThat(ask(cluster, directory, "show listen_addresses")).isEqualTo("127.0.0.1");
            }
        }
    }

    @Test
    void theNumberOfAnotherProcessInAStalePostmasterFileKeepsNobodyOut() throws Exception {
        try (DataDirectory directory = DataDirectory.open(data)) {
            EmbeddedCluster.start(directory).close();
            long other = ProcessHandle.current().pid();
            Files.writeString(
                    PostmasterFile.in(directory.pgdata()),
                    other + "\n" + directory.pgdata() + "\n1\n5432\n\n127.0.0.1\n0\nready\n");
            try (EmbeddedCluster cluster = EmbeddedCluster.start(directory)) {
                assertThat(ask(cluster, directory, "select 1")).isEqualTo("1");
            }
            assertThat(ProcessHandle.of(other)).map(ProcessHandle::isAlive).isEqualTo(Optional.of(true));
        }
    }

    @Test
    void aServerThatSomebodyElseStartedIsLeftAloneAndNamed() throws Exception {
        try (DataDirectory directory = DataDirectory.open(data)) {
            EmbeddedCluster.start(directory).close();
            ServerPrograms programs =
                    new ServerPrograms(Binaries.unpackedOnce(directory.root().resolve("programs")));
            Process foreign = programs.command(
                            "postgres",
                            List.of(
                                    "-D",
                                    directory.pgdata().toString(),
                                    "-c",
                                    "listen_addresses=127.0.0.1",
                                    "-c",
                                    "port=" + freePort(),
                                    "-c",
                                    "unix_socket_directories="))
                    .redirectErrorStream(true)
                    .redirectOutput(data.resolve("log/foreign.log").toFile())
                    .start();
            try {
                awaitReady(directory.pgdata(), foreign);
                assertThatThrownBy(() -> EmbeddedCluster.start(directory))
                        .isInstanceOfSatisfying(DataDirectoryProblem.class, problem -> {
                            assertThat(problem.code()).isEqualTo(DataDirectoryProblem.IN_USE);
                            assertThat(problem).hasMessageContaining("process " + foreign.pid());
                        });
                assertThat(foreign.isAlive()).isTrue();
            } finally {
                foreign.destroy();
                foreign.waitFor();
            }
        }
    }

    @Test
    void aDatabaseThatWasHalfMadeIsMadeAnew() throws Exception {
        Files.createDirectories(data.resolve("pgdata.unfinished/base"));
        try (DataDirectory directory = openWithLeftover();
                EmbeddedCluster cluster = EmbeddedCluster.start(directory)) {
            assertThat(ask(cluster, directory, "select 1")).isEqualTo("1");
            assertThat(data.resolve("pgdata.unfinished")).doesNotExist();
        }
    }

    /** The version file is written before the cluster: a start cut short leaves both. */
    private DataDirectory openWithLeftover() throws Exception {
        Files.writeString(data.resolve("trialog-data"), "format=2\npostgresql=18\ninitialised=false\n");
        return DataDirectory.open(data);
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitReady(Path pgdata, Process server) throws Exception {
        while (PostmasterFile.read(pgdata).filter(PostmasterFile::ready).isEmpty()) {
            assertThat(server.isAlive()).isTrue();
            Thread.onSpinWait();
        }
    }

    private static void run(EmbeddedCluster cluster, DataDirectory directory, String sql) throws SQLException {
        try (Connection connection = superuser(cluster, directory);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedCluster cluster, DataDirectory directory, String sql) throws SQLException {
        try (Connection connection = superuser(cluster, directory);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection superuser(EmbeddedCluster cluster, DataDirectory directory) throws SQLException {
        return DriverManager.getConnection(
                cluster.url("postgres"),
                NewCluster.SUPERUSER,
                directory.secrets().find(NewCluster.SUPERUSER_SECRET).orElseThrow());
    }
}
