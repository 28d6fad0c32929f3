package org.trialog.command.sdtm.file;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder with one file a domain: {@code dm.csv} or {@code dm.xpt}, names without case. Read whole, before anything is
 * decided: what cannot be read is a {@link SdtmProblem} and nothing has happened yet.
 *
 * <p>The files about the study itself (tv, ts) hold no patient's data: when they are not of the encoding they are read as
 * Windows-1252 with a warning. The files about subjects must be of the encoding.
 */
public final class SdtmFolder {

    private static final Charset FALLBACK = Charset.forName("windows-1252");

    private final Map<Domain, List<Row>> tables = new EnumMap<>(Domain.class);
    private final List<String> warnings = new ArrayList<>();
    private final Charset charset;

    private SdtmFolder(Charset charset) {
        this.charset = charset;
    }

    /** @throws SdtmProblem when the folder or a file of it cannot be read as what it says it is */
    public static SdtmFolder read(Path folder, Charset charset) {
        SdtmFolder read = new SdtmFolder(charset);
        Map<Domain, Path> files = read.files(folder);
        if (!files.containsKey(Domain.DM)) {
            throw new SdtmProblem(
                    SdtmProblem.Code.MISSING_DOMAIN,
                    null,
                    0,
                    "there is no dm.csv or dm.xpt in the folder: the domain dm names the subjects and is mandatory.");
        }
        files.forEach((domain, path) -> read.tables.put(domain, read.table(domain, path)));
        return read;
    }

    /** The domains that are there, each with its rows in the order of the file. */
    public Map<Domain, List<Row>> tables() {
        return tables;
    }

    public List<Row> rows(Domain domain) {
        return tables.getOrDefault(domain, List.of());
    }

    /** Sentences for the person who imports; none of them stops the import. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    private Map<Domain, Path> files(Path folder) {
        Map<Domain, Path> files = new EnumMap<>(Domain.class);
        List<Path> all;
        try (Stream<Path> listed = Files.list(folder)) {
            all = listed.filter(Files::isRegularFile).sorted().toList();
        } catch (NotDirectoryException | NoSuchFileException none) {
            throw new SdtmProblem(
                    SdtmProblem.Code.NO_FOLDER,
                    null,
                    0,
                    "there is no folder " + folder + ": name the one with dm.csv.");
        } catch (IOException unreadable) {
            throw unreadable(folder.toString());
        }
        if (all.isEmpty()) {
            throw new SdtmProblem(SdtmProblem.Code.EMPTY_FOLDER, null, 0, "the folder " + folder + " holds no file.");
        }
        for (Path path : all) {
            String name = path.getFileName().toString();
            int dot = name.lastIndexOf('.');
            String ending = name.substring(dot + 1).toLowerCase(Locale.ROOT);
            if (dot < 0 || (!ending.equals("csv") && !ending.equals("xpt"))) {
                continue;
            }
            Domain.named(name.substring(0, dot))
                    .ifPresentOrElse(
                            domain -> twice(files.put(domain, path), path),
                            () -> warnings.add(name + " is not a domain that is imported; it was not read."));
        }
        return files;
    }

    private static void twice(@Nullable Path before, Path path) {
        if (before != null) {
            throw new SdtmProblem(
                    SdtmProblem.Code.DOMAIN_TWICE,
                    path.getFileName().toString(),
                    0,
                    "the domain is there twice, also as " + before.getFileName() + ": remove one.");
        }
    }

    private List<Row> table(Domain domain, Path path) {
        String file = path.getFileName().toString();
        try {
            return rows(domain, path, charset);
        } catch (CharacterCodingException undecodable) {
            return otherwise(domain, path, file);
        } catch (IOException broken) {
            throw unreadable(file);
        }
    }

    private List<Row> otherwise(Domain domain, Path path, String file) {
        try {
            long line = transport(path) ? 0 : CsvFile.undecodableLine(path, charset);
            if (!domain.studyLevel()) {
                throw new SdtmProblem(
                        SdtmProblem.Code.WRONG_ENCODING,
                        file,
                        line,
                        "the text is not " + charset + ": name the encoding of the files (--encoding).");
            }
            List<Row> rows = rows(domain, path, FALLBACK);
            warnings.add(
                    file + ", line " + line + ": the text is not " + charset + "; it was read as " + FALLBACK + ".");
            return rows;
        } catch (IOException broken) {
            throw unreadable(file);
        }
    }

    private static List<Row> rows(Domain domain, Path path, Charset charset) throws IOException {
        return transport(path) ? TransportFile.read(domain, path, charset) : CsvFile.read(domain, path, charset);
    }

    private static boolean transport(Path path) {
        return path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".xpt");
    }

    private static SdtmProblem unreadable(String what) {
        return new SdtmProblem(SdtmProblem.Code.UNREADABLE, what, 0, "it cannot be read: check its access rights.");
    }
}
