package org.trialog.deploy.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.trialog.deploy.datadir.DataDirectory;

/** Makes the cluster of a first start: whole, or not at all. */
final class NewCluster {
    static final String SUPERUSER = "postgres";
    static final String SUPERUSER_SECRET = "postgres";

    private NewCluster() {}

    /** Makes the cluster if there is none. */
    static void makeIfMissing(DataDirectory directory, ServerPrograms programs)
            throws IOException, InterruptedException {
        if (Files.notExists(directory.pgdata())) {
            make(directory, programs);
        }
        directory.databaseMade();
    }

    private static void make(DataDirectory directory, ServerPrograms programs)
            throws IOException, InterruptedException {
        // Under another name until it is complete: a start cut short leaves nothing that looks like a cluster.
        Path unfinished = directory.root().resolve("pgdata.unfinished");
        delete(unfinished);
        directory.secrets().findOrMake(SUPERUSER_SECRET);
        ServerPrograms.Outcome outcome = programs.run(
                "initdb",
                List.of(
                        "--pgdata=" + unfinished,
                        "--username=" + SUPERUSER,
                        "--pwfile=" + directory.secrets().file(SUPERUSER_SECRET),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        // Order and case rules of PostgreSQL itself: an upgrade of the system cannot corrupt an index.
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--data-checksums"));
        if (outcome.exitCode() != 0) {
            delete(unfinished);
            throw new DatabaseProblem(
                    DatabaseProblem.NOT_MADE,
                    "The database could not be made in " + directory.root() + ": " + outcome.output()
                            + hint(outcome.output()));
        }
        Files.move(unfinished, directory.pgdata(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String hint(String output) {
        return output.contains("unshare")
                ? "\nPostgreSQL does not run as root, and this system does not let root start it as nobody: run as"
                        + " another user."
                : "";
    }

    private static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(folder)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }
}
