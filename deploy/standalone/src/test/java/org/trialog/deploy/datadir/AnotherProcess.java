package org.trialog.deploy.datadir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own that runs a main class of the tests, tells when it is ready, and can be killed. */
public final class AnotherProcess implements AutoCloseable {
    /** What the main class starts the line with by which it says that it is ready. */
    public static final String READY = "ready";

    private final Process process;
    private final String said;

    private AnotherProcess(Process process, String said) {
        this.process = process;
        this.said = said;
    }

    /** Starts the main class and waits until it is ready. */
    public static AnotherProcess start(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(READY)) {
                return new AnotherProcess(
                        process, line.substring(READY.length()).strip());
            }
        }
        throw new IllegalStateException(main.getName() + " ended before it was ready");
    }

    /** Called by the main class: says that it is ready, and then stays until it is ended. */
    public static void readyAndStay(String message) {
        System.out.println(READY + " " + message);
        try {
            System.in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it said when it was ready. */
    public String said() {
        return said;
    }

    /** Its process number. */
    public long pid() {
        return process.pid();
    }

    /** Kills it with -9. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        kill();
    }
}
