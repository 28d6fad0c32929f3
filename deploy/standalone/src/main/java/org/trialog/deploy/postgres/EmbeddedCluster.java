package org.trialog.deploy.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.trialog.deploy.datadir.DataDirectory;

/**
 * A real PostgreSQL server on a data directory, as a child of this process: made at the first start, kept between starts,
 * fully durable, reachable on the loopback address with a password only.
 */
public final class EmbeddedCluster implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 10;
    private static final int LOG_TAIL = 2000;

    private final Process server;
    private final int port;

    private EmbeddedCluster(Process server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts the server of a directory that this process holds. A server that a killed process left behind is stopped
     * first; one that is not ours is refused.
     *
     * @throws DatabaseProblem if it does not come up
     */
    public static EmbeddedCluster start(DataDirectory directory) {
        try {
            ServerPrograms programs =
                    new ServerPrograms(Binaries.unpackedOnce(directory.root().resolve("programs")));
            NewCluster.makeIfMissing(directory, programs);
            LeftoverServer.clear(directory, programs);
            return launch(directory, programs);
        } catch (IOException broken) {
            throw new DatabaseProblem(
                    DatabaseProblem.NOT_STARTED, "The database could not be started: " + broken.getMessage(), broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DatabaseProblem(
                    DatabaseProblem.NOT_STARTED, "The start of the database was interrupted.", stopped);
        }
    }

    private static EmbeddedCluster launch(DataDirectory directory, ServerPrograms programs)
            throws IOException, InterruptedException {
        int port = freePort();
        Path log = directory.log().resolve("postgresql.log");
        List<String> arguments =
                new ArrayList<>(List.of("-D", directory.pgdata().toString()));
        arguments.addAll(Settings.arguments(port));
        Process server = programs.command("postgres", arguments)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        EmbeddedCluster cluster = new EmbeddedCluster(server, port);
        boolean ready = false;
        try {
            cluster.awaitReady(directory.pgdata(), log);
            ready = true;
            return cluster;
        } finally {
            if (!ready) {
                cluster.close();
            }
        }
    }

    private void awaitReady(Path pgdata, Path log) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!PostmasterFile.read(pgdata)
                .filter(PostmasterFile::ready)
                .filter(file -> file.pid() == server.pid())
                .isPresent()) {
            if (!server.isAlive() || System.nanoTime() > deadline) {
                throw new DatabaseProblem(
                        DatabaseProblem.NOT_STARTED,
                        "The database did not come up. The end of its log, " + log + ", reads:\n" + tail(log));
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** The loopback port on which it listens. */
    public int port() {
        return port;
    }

    /** Its JDBC address for a database. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Stops it: running statements are rolled back, everything committed is on disk. */
    @Override
    public void close() {
        if (!server.isAlive()) {
            return;
        }
        try {
            // SIGINT is PostgreSQL's "fast shutdown"; Java itself could only send SIGTERM, which waits for clients.
            Optional<Path> kill = Optional.of(Path.of("/bin/kill")).filter(Files::isExecutable);
            if (kill.isPresent()) {
                new ProcessBuilder(kill.get().toString(), "-INT", Long.toString(server.pid()))
                        .start()
                        .waitFor();
            } else {
                server.destroy();
            }
            if (!server.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new DatabaseProblem(
                        DatabaseProblem.NOT_STOPPED,
                        "The database (process " + server.pid()
                                + ") does not stop. Nothing committed is lost; end it by hand.");
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String tail(Path log) throws IOException {
        String text = Files.exists(log) ? Files.readString(log, StandardCharsets.UTF_8) : "";
        return text.substring(Math.max(0, text.length() - LOG_TAIL));
    }
}
