package org.trialog.deploy.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs PostgreSQL's programs as this user. They refuse to run as root: root starts them in a user namespace without any
 * mapping, where they find themselves to be nobody while their files stay root's.
 */
record ServerPrograms(Binaries binaries) {
    /** How a program ended, and what it said. */
    record Outcome(int exitCode, String output) {}

    /**
     * The command of a program that stays, not yet started. Its process is the program itself, not a wrapper's child; it
     * has a session of its own, so that an interrupt from the terminal reaches us alone and we end it in order.
     */
    ProcessBuilder serverCommand(String program, List<String> arguments) {
        return command(List.of("setsid"), program, arguments);
    }

    /** The command of a program, not yet started. */
    ProcessBuilder command(String program, List<String> arguments) {
        return command(List.of(), program, arguments);
    }

    private ProcessBuilder command(List<String> wrapper, String program, List<String> arguments) {
        List<String> command = new ArrayList<>(wrapper);
        if (isRoot()) {
            command.addAll(List.of("unshare", "--user", "--"));
        }
        command.add(binaries.program(program).toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        // What a user's shell says about his own PostgreSQL is not meant for this one.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    /** Runs a program to its end. */
    Outcome run(String program, List<String> arguments) throws IOException, InterruptedException {
        Process process = command(program, arguments).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output.strip());
    }

    private static boolean isRoot() {
        try {
            Path self = Path.of("/proc/self");
            return Files.exists(self) && Files.getAttribute(self, "unix:uid") instanceof Integer uid && uid == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
