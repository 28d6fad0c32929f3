package org.trialog.command.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.trialog.command.problem.Problem;

/** The files of an import, unpacked from the ZIP archive of a request into a folder of their own. Closing deletes it. */
final class UploadedFolder implements AutoCloseable {

    static final long LARGEST = 2L << 30;

    private static final int BUFFER = 1 << 16;

    private final Path folder;

    private UploadedFolder(Path folder) {
        this.folder = folder;
    }

    /** @throws Problem 400 when it is no ZIP archive, 413 when it is too large unpacked */
    static UploadedFolder unpack(InputStream archive) throws IOException {
        UploadedFolder uploaded = new UploadedFolder(Files.createTempDirectory("trialog-import"));
        boolean whole = false;
        try (ZipInputStream zip = new ZipInputStream(archive)) {
            long left = LARGEST;
            int files = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (!name.matches("[A-Za-z0-9._ -]+") || name.startsWith(".")) {
                    continue;
                }
                left -= copy(zip, uploaded.folder.resolve(name), left);
                files++;
            }
            if (files == 0) {
                throw Problem.malformed("import-empty", "The archive holds no files.", List.of());
            }
            whole = true;
            return uploaded;
        } catch (ZipException broken) {
            throw Problem.malformed("import-not-a-zip", "The body is a ZIP archive of the files.", List.of());
        } finally {
            if (!whole) {
                uploaded.close();
            }
        }
    }

    Path path() {
        return folder;
    }

    private static long copy(InputStream from, Path to, long most) throws IOException {
        long copied = 0;
        try (OutputStream out = Files.newOutputStream(to)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                copied += read;
                if (copied > most) {
                    throw new Problem(
                            413, "import-too-large", "An import holds at most 2 GiB of files.", null, List.of());
                }
                out.write(buffer, 0, read);
            }
        }
        return copied;
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }
}
