package org.trialog.deploy.datadir;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * What the version file of a data directory says.
 *
 * @param format the version of the layout, and of how personal fields are sealed in what it holds
 * @param postgresql the major version of PostgreSQL whose files are inside
 * @param initialised whether a database has been made: from then on a missing one is damage, not a first start
 */
record DirectoryFormat(int format, int postgresql, boolean initialised) {
    static final int FORMAT = 2;
    static final int POSTGRESQL = 18;

    static DirectoryFormat fresh() {
        return new DirectoryFormat(FORMAT, POSTGRESQL, false);
    }

    DirectoryFormat withDatabase() {
        return new DirectoryFormat(format, postgresql, true);
    }

    String text() {
        return """
            # Data directory of Trialog: do not edit, move or copy single files of it.
            format=%d
            postgresql=%d
            initialised=%b
            """.formatted(format, postgresql, initialised);
    }

    /** Reads the version file; its numbers are judged by the caller. */
    static DirectoryFormat read(Path root, Path file) {
        Properties values = new Properties();
        try {
            values.load(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
            return new DirectoryFormat(
                    Integer.parseInt(values.getProperty("format", "")),
                    Integer.parseInt(values.getProperty("postgresql", "")),
                    Boolean.parseBoolean(values.getProperty("initialised", "")));
        } catch (IOException | IllegalArgumentException e) {
            throw DataDirectoryProblem.damaged(
                    root, "its version file " + file.getFileName() + " cannot be read (" + e.getMessage() + ")");
        }
    }
}
