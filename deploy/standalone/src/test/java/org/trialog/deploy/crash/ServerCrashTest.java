package org.trialog.deploy.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.deploy.running.RunningStudy.fracture;
import static org.trialog.deploy.running.RunningStudy.weight;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialog.deploy.running.Answer;
import org.trialog.deploy.running.Api;
import org.trialog.deploy.running.Database;
import org.trialog.deploy.running.RunningStudy;
import org.trialog.deploy.running.TrialogProcess;
import org.trialog.deploy.running.TrialogProcess.Result;

/** The server killed with -9 while it is written to: what it has acknowledged is there, whole. */
class ServerCrashTest {

    private static final int KILLS = 2;
    private static final int ACKNOWLEDGED_BEFORE_EACH = 25;
    private static final int PER_VISIT = 4;

    @Test
    void nothingAcknowledgedIsLostAndNothingIsHalfRecorded(@TempDir Path scratch, @TempDir Path data) throws Exception {
        String password;
        String child;
        try (RunningStudy study = RunningStudy.start(data)) {
            child = study.untreatedChild("SE-001");
            password = RunningStudy.must(study.local().post("/api/accounts/coordinator-se/password-reset", "{}"))
                    .json()
                    .get("password")
                    .asText();
        }
        ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
        for (int kill = 0; kill < KILLS; kill++) {
            try (TrialogProcess server = serve(scratch, data)) {
                long orphan = writeUntilKilled(server, data, password, child, acknowledged);
                assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive))
                        .as("the database outlives the killed server")
                        .isPresent();
                assertThat(data.resolve("pgdata/postmaster.pid")).exists();
            }
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILLS * ACKNOWLEDGED_BEFORE_EACH);
        try (TrialogProcess server = serve(scratch, data)) {
            Api se = Api.anonymous(server.address()).login("coordinator-se", password);
            Answer history = se.get(child + "/history", "Accept", "application/x-ndjson");
            assertThat(history.status()).isEqualTo(200);
            Database database = new Database(data);
            Set<String> commands = new HashSet<>(database.rows("select command_id from store.event group by 1"));
            assertThat(commands).containsAll(acknowledged);
            assertThat(database.rows("select command_id, count(*) from store.event where type in ('VisitCompleted',"
                            + " 'MeasurementRecorded', 'FractureRecorded', 'FollowUpStatusConfirmed')"
                            + " group by 1 having count(*) <> " + PER_VISIT))
                    .as("half visits")
                    .isEmpty();
            assertThat(database.rows("select count(*) = max(position) and count(*) = (select count(*) from store.event)"
                            + " from store.position"))
                    .containsExactly("t");
            Result stopped = server.stop();
            assertThat(stopped.stdout()).isEmpty();
            assertThat(data.resolve("server.json")).doesNotExist();
            assertThat(data.resolve("pgdata/postmaster.pid")).doesNotExist();
        }
    }

    private static TrialogProcess serve(Path scratch, Path data) throws Exception {
        return TrialogProcess.start(scratch, "serve", "--port", "0", "--data", data.toString());
    }

    /** Returns the process of the database that is left behind. */
    private static long writeUntilKilled(
            TrialogProcess server, Path data, String password, String child, ConcurrentLinkedQueue<String> acknowledged)
            throws Exception {
        URI address = server.address();
        int before = acknowledged.size();
        CompletableFuture<Void> enough = new CompletableFuture<>();
        List<Thread> writers = new ArrayList<>();
        for (int writer = 0; writer < 2; writer++) {
            Api se = Api.anonymous(address).login("coordinator-se", password);
            writers.add(Thread.ofPlatform().start(() -> {
                try {
                    for (int i = 0; i < 10_000; i++) {
                        Answer answer = se.post(child + "/visits", visit());
                        if (answer.status() == 201) {
                            acknowledged.add(answer.json().get("after").asText());
                        } else if (answer.status() != 409) {
                            throw new AssertionError(answer.toString());
                        }
                        if (acknowledged.size() - before >= ACKNOWLEDGED_BEFORE_EACH) {
                            enough.complete(null);
                        }
                    }
                } catch (UncheckedIOException killed) {
                    enough.complete(null);
                } catch (AssertionError unforeseen) {
                    enough.completeExceptionally(unforeseen);
                }
            }));
        }
        enough.get(60, TimeUnit.SECONDS);
        long database = new Database(data).pid();
        assertThat(Files.exists(data.resolve("server.json"))).isTrue();
        server.kill();
        for (Thread writer : writers) {
            writer.join();
        }
        return database;
    }

    private static String visit() {
        return """
            {"date":"2024-03-04","type":"unscheduled","mode":"clinic","measurements":[%s],"fractures":[%s],
             "followUpStatus":[{"kinds":["all"],"from":"2024-01-01","through":"2024-03-04","answer":"these","source":"visit"}]}\
            """.formatted(weight("2024-03-04", "7.5"), fracture("2024-02"));
    }
}
