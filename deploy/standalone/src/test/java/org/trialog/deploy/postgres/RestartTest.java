package org.trialog.deploy.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialog.deploy.datadir.AnotherProcess;
import org.trialog.deploy.datadir.DataDirectory;

/** What a start finds: data kept, servers left behind, servers of others. */
class RestartTest {
    @TempDir
    Path root;

    @Test
    void aServerLeftByAKilledProcessIsEndedAndItsDataIsThere() throws Exception {
        long orphan;
        try (AnotherProcess process = AnotherProcess.start(RunsACluster.class, root.toString())) {
            orphan = Long.parseLong(process.said());
            process.kill();
        }
        assertThat(new SystemProcess(orphan).isRunning()).isTrue();
        Note.mustBeIn(root);
        assertThat(new SystemProcess(orphan).isRunning()).isFalse();
    }

    @Test
    void dataOutlivesAServerKilledByForce() throws Exception {
        try (DataDirectory directory = DataDirectory.open(root);
                EmbeddedCluster cluster = EmbeddedCluster.start(directory)) {
            Note.write(cluster, directory);
            assertThat(ProcessHandle.of(cluster.pid()).orElseThrow().destroyForcibly())
                    .isTrue();
            ProcessHandle.of(cluster.pid()).ifPresent(server -> server.onExit().join());
        }
        assertThat(root.resolve("pgdata/postmaster.pid")).exists();
        Note.mustBeIn(root);
    }

    @Test
    void aClusterWhoseFilesAreBrokenSaysWhatTheServerSaid() throws Exception {
        try (DataDirectory directory = DataDirectory.open(root);
                EmbeddedCluster cluster = EmbeddedCluster.start(directory)) {
            Note.write(cluster, directory);
        }
        Files.write(root.resolve("pgdata/global/pg_control"), new byte[8192]);
        try (DataDirectory directory = DataDirectory.open(root)) {
            assertThatExceptionOfType(DatabaseProblem.class)
                    .isThrownBy(() -> EmbeddedCluster.start(directory))
                    .returns(DatabaseProblem.NOT_STARTED, DatabaseProblem::code)
                    .withMessageContaining("postgresql.log");
        }
    }

    @Test
    void aShellThatStandsInTheFolderHindersNobody() throws Exception {
        try (DataDirectory directory = DataDirectory.open(root);
                EmbeddedCluster cluster = EmbeddedCluster.start(directory)) {
            Note.write(cluster, directory);
        }
        Process shell = new ProcessBuilder("sleep", "600")
                .directory(root.resolve("pgdata").toFile())
                .start();
        try {
            Note.mustBeIn(root);
            assertThat(shell.isAlive()).isTrue();
        } finally {
            shell.destroyForcibly();
        }
    }
}
