package org.trialog.deploy.datadir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The operating system's lock on a file, held by this process: it vanishes with the process, however that ends, so it
 * can never be stale. The process id inside is for messages only.
 */
final class DirectoryLock implements AutoCloseable {
    static final String NAME = "lock";

    /**
     * Files locked by this JVM. On Linux, closing any channel to a file drops every lock that the process has on it, so
     * a file that we hold must not even be opened a second time.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private DirectoryLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** The lock of this folder, or empty if this or another process has it. */
    static Optional<DirectoryLock> take(Path folder) throws IOException {
        Path file = fileIn(folder);
        if (!HELD_HERE.add(file)) {
            return Optional.empty();
        }
        @Nullable DirectoryLock taken = null;
        try {
            taken = lock(file);
            return Optional.ofNullable(taken);
        } finally {
            if (taken == null) {
                HELD_HERE.remove(file);
            }
        }
    }

    private static @Nullable DirectoryLock lock(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        @Nullable FileLock lock = null;
        try {
            lock = channel.tryLock();
            if (lock == null) {
                return null;
            }
            channel.truncate(0);
            String pid = ProcessHandle.current().pid() + "\n";
            channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
            return new DirectoryLock(file, channel);
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
    }

    /** The process that locked the folder last; only meaningful while the lock is held. */
    static OptionalLong holder(Path folder) throws IOException {
        Path file = fileIn(folder);
        if (HELD_HERE.contains(file)) {
            return OptionalLong.of(ProcessHandle.current().pid());
        }
        String pid = Files.readString(file, StandardCharsets.US_ASCII).strip();
        return pid.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(pid)) : OptionalLong.empty();
    }

    private static Path fileIn(Path folder) throws IOException {
        return folder.toRealPath().resolve(NAME);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD_HERE.remove(file);
        }
    }
}
