package org.trialog.deploy.postgres;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * PostgreSQL's programs, unpacked once for each user and version and kept.
 *
 * @param home the folder above {@code bin}
 */
record Binaries(Path home) {
    private static final String SERVER = "bin/postgres";

    /** Unpacks, if it is not there yet, into the user's cache folder; into the fallback where there is none. */
    static Binaries unpackedOnce(Path fallback) {
        byte[] archive = archive();
        Path folder = cache().orElse(fallback);
        Path home = folder.resolve("postgres-" + fingerprint(archive));
        try {
            if (!Files.isExecutable(home.resolve(SERVER))) {
                ownerOnly(folder);
                unpack(archive, folder, home);
            }
            return new Binaries(home);
        } catch (IOException e) {
            throw new DatabaseProblem(
                    DatabaseProblem.NO_BINARIES,
                    "PostgreSQL cannot be unpacked to " + home + " (" + e
                            + "). Free some space (80 MB), or set XDG_CACHE_HOME to a folder that can be written.",
                    e);
        }
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    private static byte[] archive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch");
        String processor =
                switch (machine) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64" -> "arm_64";
                    default -> machine;
                };
        // Alpine's C library is another one.
        String variant = Files.exists(Path.of("/etc/alpine-release")) ? "-alpine_linux" : "";
        String name = "/postgres-" + system + "-" + processor + variant + ".txz";
        try (InputStream archive = Binaries.class.getResourceAsStream(name)) {
            if (archive == null) {
                throw new DatabaseProblem(
                        DatabaseProblem.NO_BINARIES,
                        "No PostgreSQL for " + system + " on " + machine + " is shipped (" + name
                                + "). Run on Linux with an x86-64 or ARM 64 processor.");
            }
            return archive.readAllBytes();
        } catch (IOException e) {
            throw new DatabaseProblem(
                    DatabaseProblem.NO_BINARIES, name + " cannot be read (" + e + "). Build Trialog again.", e);
        }
    }

    private static String fingerprint(byte[] archive) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archive), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Empty for a service account without a home that it can write. */
    private static Optional<Path> cache() {
        return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .map(Path::of)
                .or(() -> Optional.of(Path.of(System.getProperty("user.home"), ".cache")))
                .filter(Path::isAbsolute)
                .filter(Binaries::canBeWritten)
                .map(base -> base.resolve("trialog"));
    }

    private static boolean canBeWritten(Path folder) {
        Path existing = folder;
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        return Files.isWritable(existing);
    }

    /** Nobody else may put programs where we start them from. */
    private static void ownerOnly(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    private static void unpack(byte[] archive, Path folder, Path home) throws IOException {
        Path fresh = Files.createTempDirectory(folder, "unpacking-");
        try {
            Archive.unpack(new ByteArrayInputStream(archive), fresh);
            try {
                Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                // Another process may have been faster; its copy is as good, for the name is the archive's hash.
                if (!Files.isExecutable(home.resolve(SERVER))) {
                    throw e;
                }
            }
        } finally {
            delete(fresh);
        }
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
