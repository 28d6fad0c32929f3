package org.trialog.deploy.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialog.deploy.app.Application;
import org.trialog.deploy.datadir.DataDirectory;
import org.trialog.deploy.running.Database;
import org.trialog.deploy.running.TrialogProcess;
import org.trialog.deploy.running.TrialogProcess.Result;

/** The demo as a process of its own: again, and killed while it loads. */
@Tag("full")
class DemoCrashTest {

    /** The demo's own clock is simulated, but the figures' cut-off is the day of asking. */
    private static final String TODAY = "cut-off \\d{4}-\\d{2}-\\d{2}";

    @TempDir
    private static Path undisturbed;

    @TempDir
    private static Path scratch;

    private static Result first;
    private static long events;

    @BeforeAll
    static void runUndisturbed() throws Exception {
        first = demo(undisturbed);
        assertThat(first.exit()).as(first.stderr()).isZero();
        events = events(undisturbed);
    }

    @Test
    void theDemoPrintsItsFiguresAndNothingElseOnStandardOutput() {
        assertThat(first.stdout()).contains("fracture-free", "control-prospective", "prenatal-postnatal");
        assertThat(first.stdout()).contains("womac-pooled-6-months", "Lamo-Espinosa 2016", "Q between subgroups");
        assertThat(first.stdout()).doesNotContain("Logins", "starting", "loading", "http://");
        assertThat(first.stderr()).contains("Logins: ", "loading the demo study boostb4");
        assertThat(undisturbed.resolve("server.json")).doesNotExist();
        assertThat(undisturbed.resolve("pgdata/postmaster.pid")).doesNotExist();
    }

    @Test
    void theDemoSaysTheSameBytesAgainAndLoadsNothing() throws Exception {
        Result second = demo(undisturbed);
        assertThat(undated(second.stdout())).isEqualTo(undated(first.stdout()));
        assertThat(second.stderr()).doesNotContain("loading");
        assertThat(events(undisturbed)).isEqualTo(events);
    }

    @Test
    void killedWhileLoadingTheDemoGoesOnWhereItWas(@TempDir Path data) throws Exception {
        killedAndStartedAgain(data, new Random(20261122), 2);
    }

    @Test
    void killedAgainAndAgainTheDemoIsTheSameInTheEnd(@TempDir Path data) throws Exception {
        killedAndStartedAgain(data, new Random(), 12);
    }

    private static void killedAndStartedAgain(Path data, Random random, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            try (TrialogProcess process = TrialogProcess.start(scratch, "demo", "--exit", "--data", data.toString())) {
                // Once it loads, at any moment of it; from the second time on also while it starts or recovers.
                if (i == 0) {
                    process.awaitWord("loading the demo study");
                }
                process.ended(Duration.ofMillis(100 + random.nextInt(i == 0 ? 1500 : 5000)));
                process.kill();
            }
        }
        Result last = demo(data);
        assertThat(last.exit()).as(last.stderr()).isZero();
        assertThat(undated(last.stdout())).isEqualTo(undated(first.stdout()));
        assertThat(events(data)).isEqualTo(events);
    }

    private static Result demo(Path data) throws Exception {
        return TrialogProcess.run(scratch, "demo", "--exit", "--data", data.toString());
    }

    private static String undated(String figures) {
        return figures.replaceAll(TODAY, "cut-off today");
    }

    /** The events of a data directory, each with a place of its own and none left over. */
    private static long events(Path data) throws Exception {
        try (Application application = Application.start(DataDirectory.open(data), 0, line -> {})) {
            Database database = new Database(application.directory().root());
            assertThat(database.rows("""
                select count(*) = max(position) and min(position) = 1 and count(*) = (select count(*) from store.event)
                from store.position\
                """)).containsExactly("t");
            return database.events();
        }
    }
}
