package org.trialog.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialog.deploy.datadir.AnotherProcess;
import org.trialog.deploy.datadir.DataDirectory;
import org.trialog.deploy.postgres.EmbeddedCluster;

class OpenedTest {

    private final List<String> closed = new ArrayList<>();

    @Test
    void whatWasOpenedLastIsClosedFirstAndOnce() {
        Opened opened = new Opened();
        opened.add(closing("directory"));
        opened.add(closing("database"));
        opened.close();
        opened.close();
        assertThat(closed).containsExactly("database", "directory");
    }

    @Test
    void oneThatFailsDoesNotKeepTheOthersOpen() {
        Opened opened = new Opened();
        opened.add(closing("directory"));
        opened.add(() -> {
            throw new IllegalArgumentException("will not close");
        });
        assertThatIllegalStateException()
                .isThrownBy(opened::close)
                .havingCause()
                .withMessage("will not close");
        assertThat(closed).containsExactly("directory");
    }

    @Test
    void whatIsOpenedWhileTheProcessEndsIsClosedAtOnce() {
        Opened opened = new Opened();
        opened.close();
        assertThatIllegalStateException().isThrownBy(() -> opened.add(closing("late")));
        assertThat(closed).containsExactly("late");
    }

    @Test
    void aProcessThatIsToldToEndLeavesNoDatabaseRunning(@TempDir Path root) throws Exception {
        try (AnotherProcess process = AnotherProcess.start(OpensADatabase.class, root.toString())) {
            ProcessHandle server =
                    ProcessHandle.of(Long.parseLong(process.said())).orElseThrow();
            ProcessHandle.of(process.pid()).orElseThrow().destroy();
            server.onExit().get(60, TimeUnit.SECONDS);
        }
        assertThat(root.resolve("pgdata/postmaster.pid")).doesNotExist();
    }

    private AutoCloseable closing(String name) {
        return () -> closed.add(name);
    }

    /** Opens a directory and its database, and waits for a signal in the middle of its work. */
    static final class OpensADatabase {

        private OpensADatabase() {}

        public static void main(String[] arguments) {
            Opened opened = new Opened();
            DataDirectory directory = opened.add(DataDirectory.open(Path.of(arguments[0])));
            EmbeddedCluster cluster = opened.add(EmbeddedCluster.start(directory));
            AnotherProcess.readyAndStay(String.valueOf(cluster.pid()));
        }
    }
}
