package org.trialog.deploy.datadir;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The data directory of a deployment, held by this process alone until it is closed.
 *
 * <pre>
 * trialog-data   version file: format, PostgreSQL major
 * lock           locked by the process that uses the directory
 * server.json    address, process and local token of the running server; owner-only
 * pgdata/        the PostgreSQL cluster
 * secrets/       owner-only
 * log/           PostgreSQL's own log
 * </pre>
 */
public final class DataDirectory implements AutoCloseable {
    private static final String VERSION_FILE = "trialog-data";
    private static final String SERVER_FILE = "server.json";

    /** What may stand in a directory that counts as empty: the lock of a first start cut short, a file system's own. */
    private static final Set<String> COUNTS_AS_EMPTY = Set.of(DirectoryLock.NAME, "lost+found");

    private final Path root;
    private final DirectoryLock lock;
    private final Secrets secrets;

    private DataDirectory(Path root, DirectoryLock lock) {
        this.root = root;
        this.lock = lock;
        this.secrets = new Secrets(root.resolve("secrets"));
    }

    /**
     * Opens the directory, creating it if it is missing or empty.
     *
     * @throws DataDirectoryProblem also if another process holds it
     */
    public static DataDirectory open(Path path) {
        return switch (claim(path)) {
            case Claim.Taken(DataDirectory directory) -> directory;
            case Claim.HeldByAnother(Holder holder) -> throw DataDirectoryProblem.inUse(path, holder);
        };
    }

    /**
     * Opens the directory, or tells which process holds it.
     *
     * @throws DataDirectoryProblem if it cannot be used for another reason
     */
    public static Claim claim(Path path) {
        Path root = path.toAbsolutePath().normalize();
        try {
            mustBeOursOrEmpty(root);
            OwnerOnly.folders(root);
            mustBelongToThisUser(root);
            Optional<DirectoryLock> lock = DirectoryLock.take(root);
            return lock.isEmpty()
                    ? new Claim.HeldByAnother(holder(root))
                    : new Claim.Taken(prepared(new DataDirectory(root.toRealPath(), lock.get())));
        } catch (IOException e) {
            throw DataDirectoryProblem.notWritable(root, e);
        }
    }

    private static void mustBeOursOrEmpty(Path root) throws IOException {
        if (!Files.exists(root) || Files.exists(root.resolve(VERSION_FILE))) {
            return;
        }
        if (!Files.isDirectory(root)) {
            throw DataDirectoryProblem.notOurs(root, "is a file");
        }
        try (Stream<Path> files = Files.list(root)) {
            Set<String> names = files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !COUNTS_AS_EMPTY.contains(name))
                    .filter(name -> !name.startsWith("." + VERSION_FILE))
                    .collect(Collectors.toSet());
            if (!names.isEmpty()) {
                throw DataDirectoryProblem.notOurs(root, "is not empty and was not made by Trialog");
            }
        }
    }

    /** PostgreSQL refuses files of another user, root's eyes included: better said before anything is written. */
    private static void mustBelongToThisUser(Path root) throws IOException {
        Path probe = Files.createTempFile(root, "." + VERSION_FILE, ".probe");
        try {
            Path version = root.resolve(VERSION_FILE);
            if (Files.exists(version) && !Files.getOwner(version).equals(Files.getOwner(probe))) {
                throw DataDirectoryProblem.notOurs(
                        root, "belongs to the user " + Files.getOwner(version).getName());
            }
        } finally {
            Files.delete(probe);
        }
    }

    private static DataDirectory prepared(DataDirectory directory) throws IOException {
        boolean ready = false;
        try {
            directory.prepare();
            ready = true;
            return directory;
        } finally {
            if (!ready) {
                directory.lock.close();
            }
        }
    }

    private void prepare() throws IOException {
        Path version = root.resolve(VERSION_FILE);
        if (Files.notExists(version)) {
            OwnerOnly.write(version, DirectoryFormat.fresh().text());
        }
        DirectoryFormat found = DirectoryFormat.read(root, version);
        if (found.format() != DirectoryFormat.FORMAT) {
            throw DataDirectoryProblem.otherVersion(
                    root, "format " + found.format(), "format " + DirectoryFormat.FORMAT);
        }
        mustHavePostgresVersion(String.valueOf(found.postgresql()));
        Path clusterVersion = pgdata().resolve("PG_VERSION");
        if (Files.exists(clusterVersion)) {
            mustHavePostgresVersion(
                    Files.readString(clusterVersion, StandardCharsets.US_ASCII).strip());
        } else if (found.initialised() || Files.exists(pgdata())) {
            throw DataDirectoryProblem.damaged(root, "its database folder " + pgdata() + " is missing or incomplete");
        }
        OwnerOnly.folder(root.resolve("secrets"));
        OwnerOnly.folder(log());
        Files.deleteIfExists(root.resolve(SERVER_FILE));
    }

    private void mustHavePostgresVersion(String found) {
        String needed = String.valueOf(DirectoryFormat.POSTGRESQL);
        if (!found.equals(needed)) {
            throw DataDirectoryProblem.otherVersion(
                    root, "a database of PostgreSQL " + found, "one of PostgreSQL " + needed);
        }
    }

    private static Holder holder(Path root) throws IOException {
        OptionalLong pid = DirectoryLock.holder(root);
        Path file = root.resolve(SERVER_FILE);
        if (Files.notExists(file)) {
            return new Holder(pid, Optional.empty());
        }
        try {
            // A file left by a server that was killed names another process than the lock does.
            return new Holder(
                    pid,
                    Optional.of(RunningServer.parse(Files.readString(file, StandardCharsets.UTF_8)))
                            .filter(server -> pid.isEmpty() || pid.getAsLong() == server.pid()));
        } catch (JsonProcessingException e) {
            throw DataDirectoryProblem.damaged(root, SERVER_FILE + " is not what a server writes");
        }
    }

    /** The directory itself, absolute and without links. */
    public Path root() {
        return root;
    }

    /** The PostgreSQL cluster; exists once {@link #databaseMade()} has been called in any earlier start. */
    public Path pgdata() {
        return root.resolve("pgdata");
    }

    /** The folder of PostgreSQL's log. */
    public Path log() {
        return root.resolve("log");
    }

    /** The secrets of this deployment. */
    public Secrets secrets() {
        return secrets;
    }

    /** Remembers that a database was made, so that its absence is never again taken for a first start. */
    public void databaseMade() {
        Path version = root.resolve(VERSION_FILE);
        DirectoryFormat format = DirectoryFormat.read(root, version);
        if (!format.initialised()) {
            write(version, format.withDatabase().text());
        }
    }

    /** Tells commands of the same user where this process serves; forgotten when the directory is closed. */
    public void announce(RunningServer server) {
        write(root.resolve(SERVER_FILE), server.toJson());
    }

    private static void write(Path file, String text) {
        try {
            OwnerOnly.write(file, text);
        } catch (IOException e) {
            throw DataDirectoryProblem.notWritable(file, e);
        }
    }

    /** Gives the directory back. Close the database first. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(root.resolve(SERVER_FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.close();
        }
    }
}
