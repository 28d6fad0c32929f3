package org.trialog.deploy.datadir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    private Path scratch;

    @Test
    void aFolderOfSomebodyElseIsNotTouched() throws Exception {
        Path photos = Files.createDirectory(scratch.resolve("photos"));
        Files.writeString(photos.resolve("holiday.txt"), "sun");
        refused(photos, DataDirectoryProblem.NOT_OURS);
        assertThat(photos).isDirectoryNotContaining(file -> !file.endsWith("holiday.txt"));
    }

    @Test
    void aFileIsNoDataDirectory() throws Exception {
        refused(Files.writeString(scratch.resolve("notes.txt"), "x"), DataDirectoryProblem.NOT_OURS);
    }

    @Test
    void aPathThatCannotBeMadeIsSaidToBeNotWritable() throws Exception {
        Path file = Files.writeString(scratch.resolve("file"), "x");
        refused(file.resolve("below"), DataDirectoryProblem.NOT_WRITABLE);
    }

    @Test
    void aDatabaseOfAnotherMajorVersionIsNotOpened() throws Exception {
        Path data = scratch.resolve("data");
        DataDirectory.open(data).close();
        Files.createDirectory(data.resolve("pgdata"));
        Files.writeString(data.resolve("pgdata/PG_VERSION"), "17\n");
        assertThat(refused(data, DataDirectoryProblem.OTHER_VERSION)).contains("17", "18");
        assertThat(data.resolve("pgdata/PG_VERSION")).hasContent("17");
    }

    @Test
    void aDirectoryOfAnotherFormatIsNotOpened() throws Exception {
        Path data = scratch.resolve("data");
        DataDirectory.open(data).close();
        for (String other : List.of("1", "3")) {
            Files.writeString(data.resolve("trialog-data"), "format=" + other + "\npostgresql=18\ninitialised=true\n");
            refused(data, DataDirectoryProblem.OTHER_VERSION);
        }
    }

    @Test
    void aMissingDatabaseIsDamageAndNoFirstStart() throws Exception {
        Path data = scratch.resolve("data");
        try (DataDirectory directory = DataDirectory.open(data)) {
            directory.databaseMade();
        }
        refused(data, DataDirectoryProblem.DAMAGED);
        Files.writeString(data.resolve("trialog-data"), "format=one\n");
        refused(data, DataDirectoryProblem.DAMAGED);
    }

    @Test
    void oneAtATimeHoldsTheDirectory() {
        Path data = scratch.resolve("data");
        try (DataDirectory first = DataDirectory.open(data)) {
            RunningServer server = new RunningServer(
                    URI.create("http://localhost:1"), ProcessHandle.current().pid(), "secret");
            first.announce(server);
            assertThat(refused(data, DataDirectoryProblem.IN_USE)).contains("http://localhost:1");
            assertThat(DataDirectory.claim(data)).isInstanceOfSatisfying(Claim.HeldByAnother.class, held -> assertThat(
                            held.holder().server())
                    .contains(server));
        }
        assertThat(data.resolve("server.json")).doesNotExist();
        DataDirectory.open(data).close();
    }

    @Test
    void secretsAreTheOwnersAlone() throws Exception {
        Path data = scratch.resolve("data");
        try (DataDirectory directory = DataDirectory.open(data)) {
            directory.secrets().findOrMake("key");
            directory.announce(new RunningServer(URI.create("http://localhost:1"), 1, "token"));
            for (String file : List.of("secrets/key", "server.json")) {
                assertThat(rights(data.resolve(file))).as(file).isEqualTo("rw-------");
            }
            assertThat(rights(data.resolve("secrets"))).isEqualTo("rwx------");
            assertThat(rights(data)).isEqualTo("rwx------");
        }
    }

    @Test
    void aTokenDoesNotReachALog() {
        assertThat(new RunningServer(URI.create("http://localhost:1"), 1, "hush").toString())
                .doesNotContain("hush");
    }

    private static String rights(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static String refused(Path data, String code) {
        StringBuilder message = new StringBuilder();
        assertThatThrownBy(() -> DataDirectory.open(data).close())
                .isInstanceOfSatisfying(DataDirectoryProblem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(code);
                    message.append(problem.getMessage());
                });
        return message.toString();
    }
}
