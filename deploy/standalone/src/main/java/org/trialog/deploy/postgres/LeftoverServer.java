package org.trialog.deploy.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trialog.deploy.datadir.DataDirectory;
import org.trialog.deploy.datadir.DataDirectoryProblem;

/**
 * A server that outlived the process which had started it (killed with -9, out of memory). We hold the directory's lock,
 * so no process of ours still needs it: it is stopped properly and the start goes on. A server that is not ours, and any
 * other process that happens to have got the old number, is left alone.
 */
final class LeftoverServer {
    private static final Logger LOG = LoggerFactory.getLogger(LeftoverServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 20;

    private LeftoverServer() {}

    /**
     * Leaves the cluster without a server and without traces of one.
     *
     * @throws DataDirectoryProblem if a server runs on it that we did not start
     */
    static void clear(DataDirectory directory, ServerPrograms programs) throws IOException, InterruptedException {
        Path pgdata = directory.pgdata();
        Optional<PostmasterFile> file = PostmasterFile.read(pgdata);
        if (file.isPresent()) {
            SystemProcess process = new SystemProcess(file.get().pid());
            if (mayBeServerOf(process, pgdata)) {
                if (!isOurs(process, pgdata)) {
                    throw DataDirectoryProblem.inUse(
                            directory.root(),
                            "a PostgreSQL server that Trialog did not start (process " + process.pid() + ")",
                            "Stop that server, then start again.");
                }
                stop(process, pgdata, programs);
            }
        }
        awaitEndOfItsChildren(pgdata);
        // The number in it may belong to another process by now, which would keep a new server from starting.
        Files.deleteIfExists(PostmasterFile.in(pgdata));
    }

    /**
     * A server works in its data directory and belongs to the directory's owner, which is this user. What this user may
     * not look into counts as one.
     */
    private static boolean mayBeServerOf(SystemProcess process, Path pgdata) {
        return process.isRunning()
                && process.workingDirectory().map(pgdata::equals).orElseGet(process::mayBeOfThisUser)
                && process.isRunning();
    }

    private static boolean isOurs(SystemProcess process, Path pgdata) {
        return process.workingDirectory().equals(Optional.of(pgdata))
                && process.commandLine().contains(Settings.MARK);
    }

    private static void stop(SystemProcess process, Path pgdata, ServerPrograms programs)
            throws IOException, InterruptedException {
        LOG.info("Stopping the database server {} left by a process that was killed", process.pid());
        ServerPrograms.Outcome outcome = programs.run(
                "pg_ctl",
                List.of(
                        "stop",
                        "--pgdata=" + pgdata,
                        "--mode=fast",
                        "--wait",
                        "--timeout=" + PATIENCE.toSeconds(),
                        "--silent"));
        if (outcome.exitCode() != 0 && process.isRunning()) {
            throw notStopped(process.pid(), outcome.output());
        }
    }

    /** The children of a server that was itself killed notice that within moments. */
    private static void awaitEndOfItsChildren(Path pgdata) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<SystemProcess> children = SystemProcess.serversIn(pgdata);
        while (!children.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw notStopped(children.getFirst().pid(), "still works in " + pgdata);
            }
            Thread.sleep(PAUSE_MILLIS);
            children = SystemProcess.serversIn(pgdata);
        }
    }

    private static DatabaseProblem notStopped(long pid, String why) {
        return new DatabaseProblem(
                DatabaseProblem.NOT_STOPPED,
                "The process " + pid + " of an earlier start does not end (" + why + "). End it by hand (kill -QUIT "
                        + pid + "), then start again.");
    }
}
