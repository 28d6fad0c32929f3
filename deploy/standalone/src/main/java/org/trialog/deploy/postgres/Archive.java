package org.trialog.deploy.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks a tar archive compressed by xz. */
final class Archive {
    private static final int ANY_MAY_EXECUTE = 0b001_001_001;

    private Archive() {}

    /** Unpacks into an existing folder; the files are on disk when this returns. */
    static void unpack(InputStream compressed, Path folder) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(compressed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = inside(folder, folder.resolve(entry.getName()));
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (entry.isSymbolicLink()) {
                    inside(folder, target.resolveSibling(entry.getLinkName()));
                    Files.createDirectories(target.resolveSibling(""));
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else if (entry.isFile()) {
                    Files.createDirectories(target.resolveSibling(""));
                    file(tar, target, (entry.getMode() & ANY_MAY_EXECUTE) != 0);
                } else {
                    throw new IOException("unexpected kind of entry in the archive: " + entry.getName());
                }
            }
        }
    }

    private static Path inside(Path folder, Path target) throws IOException {
        Path plain = target.normalize();
        if (!plain.startsWith(folder)) {
            throw new IOException("the archive names a file outside of it: " + target);
        }
        return plain;
    }

    private static void file(InputStream content, Path target, boolean executable) throws IOException {
        Files.copy(content, target);
        if (executable) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwx------"));
        }
        // A power cut after the folder got its final name must not leave empty programs in it.
        try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
