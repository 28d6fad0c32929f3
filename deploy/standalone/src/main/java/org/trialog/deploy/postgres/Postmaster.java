package org.trialog.deploy.postgres;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trialog.deploy.datadir.DataDirectory;

/** The server's process, from its start to its end. */
final class Postmaster {
    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    private static final int PORTS_TO_TRY = 5;
    private static final long LOG_LIMIT = 10L << 20;
    private static final long PAUSE_MILLIS = 5;
    private static final Duration NEWS_EVERY = Duration.ofSeconds(15);
    private static final Duration FAST = Duration.ofSeconds(45);
    private static final Duration IMMEDIATE = Duration.ofSeconds(15);

    private final DataDirectory directory;
    private final ServerPrograms programs;
    private final Process process;
    private final int port;

    private Postmaster(DataDirectory directory, ServerPrograms programs, Process process, int port) {
        this.directory = directory;
        this.programs = programs;
        this.process = process;
        this.port = port;
    }

    /** Starts a server on a free port of the loopback address; it accepts connections when this returns. */
    static Postmaster start(DataDirectory directory, ServerPrograms programs) throws IOException, InterruptedException {
        Path log = freshLog(directory);
        for (int attempt = 1; ; attempt++) {
            long logStart = Files.exists(log) ? Files.size(log) : 0;
            Postmaster postmaster = launch(directory, programs, log);
            boolean ready = false;
            try {
                ready = postmaster.awaitReady();
            } finally {
                if (!ready) {
                    postmaster.end();
                }
            }
            if (ready) {
                return postmaster;
            }
            String said = since(logStart, log);
            // Between our look and its start somebody else may have taken the port.
            if (attempt == PORTS_TO_TRY || !said.contains("could not bind")) {
                throw new DatabaseProblem(
                        DatabaseProblem.NOT_STARTED,
                        "The database in " + directory.root() + " did not start. It said:\n" + said
                                + "\nIts whole log is " + log + ".");
            }
        }
    }

    private static Postmaster launch(DataDirectory directory, ServerPrograms programs, Path log) throws IOException {
        int port = freePort();
        List<String> arguments =
                new ArrayList<>(List.of("-D", directory.pgdata().toString()));
        arguments.addAll(Settings.arguments(port));
        ProcessBuilder command = programs.serverCommand("postgres", arguments)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return new Postmaster(directory, programs, command.start(), port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Path freshLog(DataDirectory directory) throws IOException {
        Path log = directory.log().resolve("postgresql.log");
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(log, log.resolveSibling("postgresql.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return log;
    }

    private static String since(long start, Path log) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] bytes = new byte[(int) Math.min(file.length() - start, 1 << 16)];
            file.seek(start);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8).strip();
        }
    }

    /** False if it ended instead. There is no limit: recovery after a crash takes as long as it takes. */
    private boolean awaitReady() throws IOException, InterruptedException {
        long nextNews = System.nanoTime() + NEWS_EVERY.toNanos();
        while (!process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
            Optional<PostmasterFile> file = PostmasterFile.read(directory.pgdata());
            if (file.isPresent()
                    && file.get().pid() == process.pid()
                    && file.get().ready()) {
                return true;
            }
            if (System.nanoTime() > nextNews) {
                LOG.info("The database is still recovering from a crash");
                nextNews += NEWS_EVERY.toNanos();
            }
        }
        return false;
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** Ends all connections and writes everything down; the hard way if that does not come to an end. */
    void stop() throws IOException, InterruptedException {
        if (process.isAlive() && !stop("fast", FAST)) {
            LOG.warn("The database does not end its work; it will recover from its log at the next start");
            if (!stop("immediate", IMMEDIATE)) {
                end();
            }
        }
    }

    private boolean stop(String mode, Duration patience) throws IOException, InterruptedException {
        programs.run(
                "pg_ctl", List.of("stop", "--pgdata=" + directory.pgdata(), "--mode=" + mode, "--no-wait", "--silent"));
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void end() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }
}
