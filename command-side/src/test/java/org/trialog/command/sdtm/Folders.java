package org.trialog.command.sdtm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Folders of domains to import. */
public final class Folders {

    private Folders() {}

    /** The project's own study: eight made-up subjects, every domain, and rows that cannot be taken. */
    public static Path fixture() {
        try {
            return Path.of(Folders.class.getResource("fixture").toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A copy of the fixture to break. */
    public static Path copy(Path into) {
        try (Stream<Path> files = Files.list(fixture())) {
            for (Path file : files.toList()) {
                Files.copy(file, into.resolve(file.getFileName()));
            }
            return into;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Replaces text that stands in a file of the folder. */
    public static void change(Path folder, String file, String from, String to) {
        try {
            String before = Files.readString(folder.resolve(file));
            if (!before.contains(from)) {
                throw new IllegalArgumentException(file + " does not hold " + from);
            }
            Files.writeString(folder.resolve(file), before.replace(from, to));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
