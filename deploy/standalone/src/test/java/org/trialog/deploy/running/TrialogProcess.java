package org.trialog.deploy.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program as a process of its own, as a person starts it; its streams are kept in files. */
public final class TrialogProcess implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final Path out;
    private final Path err;

    private TrialogProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** @param scratch a folder for its output */
    public static TrialogProcess start(Path scratch, String... arguments) throws IOException {
        return start(scratch, Map.of(), arguments);
    }

    public static TrialogProcess start(Path scratch, Map<String, String> environment, String... arguments)
            throws IOException {
        Path out = Files.createTempFile(scratch, "stdout", ".txt");
        Path err = Files.createTempFile(scratch, "stderr", ".txt");
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Duser.timezone=UTC",
                "-Dfile.encoding=UTF-8",
                "-Daxoniq.update-checker.disabled=true",
                "-cp",
                mainClasses(),
                "org.trialog.deploy.Trialog"));
        line.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("TRIALOG_"));
        builder.environment().putAll(environment);
        return new TrialogProcess(builder.start(), out, err);
    }

    /** Runs to its end. */
    public static Result run(Path scratch, String... arguments) throws IOException {
        return run(scratch, Map.of(), arguments);
    }

    public static Result run(Path scratch, Map<String, String> environment, String... arguments) throws IOException {
        try (TrialogProcess process = start(scratch, environment, arguments)) {
            return process.end();
        }
    }

    /** The tests' own classes and their logging must not change the program. */
    private static String mainClasses() {
        String separator = System.getProperty("path.separator");
        return String.join(
                separator,
                List.of(System.getProperty("java.class.path").split(Pattern.quote(separator))).stream()
                        .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes/"))
                        .toList());
    }

    /** Waits for the address that a server names on stderr. */
    public URI address() throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Matcher address = ADDRESS.matcher(stderr());
            if (address.find()) {
                return URI.create(address.group());
            }
            if (ended(Duration.ofMillis(50))) {
                throw new AssertionError("the server ended: " + stderr());
            }
        }
        throw new AssertionError("the server names no address: " + stderr());
    }

    /** Waits until it has said so on stderr, or has ended. */
    public void awaitWord(String words) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!stderr().contains(words) && System.nanoTime() < deadline && !ended(Duration.ofMillis(20))) {
            Thread.onSpinWait();
        }
    }

    public long pid() {
        return process.pid();
    }

    public String stdout() {
        return read(out);
    }

    public String stderr() {
        return read(err);
    }

    /** Waits so long at most; true if it has ended. */
    public boolean ended(Duration within) {
        try {
            return process.waitFor(within.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** SIGKILL: it gets no chance to say or do anything. */
    public void kill() {
        process.destroyForcibly();
        end();
    }

    /** SIGTERM. */
    public Result stop() {
        process.destroy();
        return end();
    }

    public Result end() {
        if (!ended(PATIENCE)) {
            process.destroyForcibly();
            throw new AssertionError("does not end: " + stderr());
        }
        return new Result(process.exitValue(), stdout(), stderr());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }

    /** How it ended and what it said. */
    public record Result(int exit, String stdout, String stderr) {}
}
