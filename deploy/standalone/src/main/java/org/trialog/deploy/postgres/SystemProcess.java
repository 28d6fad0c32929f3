package org.trialog.deploy.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A process of this machine, seen through {@code /proc}. */
record SystemProcess(long pid) {
    private static final Path PROC = Path.of("/proc");

    /** PostgreSQL's processes whose working directory is the given one, as far as this user may see. */
    static List<SystemProcess> serversIn(Path directory) throws IOException {
        if (!Files.isDirectory(PROC)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(PROC)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> name.matches("[0-9]+"))
                    .map(name -> new SystemProcess(Long.parseLong(name)))
                    .filter(process -> process.link("cwd").equals(Optional.of(directory)))
                    .filter(SystemProcess::runsPostgres)
                    .toList();
        }
    }

    /** Whether it runs; a dead one that nobody has collected yet (a zombie) does not. */
    boolean isRunning() {
        if (!Files.isDirectory(PROC)) {
            return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
        }
        // The state follows the program's name, which is in parentheses and may itself hold some.
        return read("stat")
                .map(stat -> stat.substring(stat.lastIndexOf(')') + 1).strip())
                .filter(state -> !state.startsWith("Z") && !state.startsWith("X"))
                .isPresent();
    }

    /** Where it works; empty if it has ended or this user may not know. */
    Optional<Path> workingDirectory() {
        return link("cwd");
    }

    /** Whether it is this user's; also true where that cannot be known. */
    boolean mayBeOfThisUser() {
        try {
            Path process = PROC.resolve(String.valueOf(pid));
            return Files.getOwner(process).equals(Files.getOwner(PROC.resolve("self")));
        } catch (IOException e) {
            return true;
        }
    }

    private boolean runsPostgres() {
        return link("exe")
                .map(program -> String.valueOf(program.getFileName()).startsWith("postgres"))
                .orElse(false);
    }

    /** Its command line; empty if it has ended or this user may not know. */
    List<String> commandLine() {
        return read("cmdline").map(line -> List.of(line.split("\0"))).orElse(List.of());
    }

    private Optional<Path> link(String name) {
        try {
            return Optional.of(Files.readSymbolicLink(PROC.resolve(pid + "/" + name)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<String> read(String name) {
        try {
            return Optional.of(Files.readString(PROC.resolve(pid + "/" + name), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
