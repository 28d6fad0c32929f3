package org.trialog.deploy.datadir;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A data directory that cannot be used, with a code that scripts may rely on and a message that ends with the way out.
 */
public final class DataDirectoryProblem extends RuntimeException {
    /** Another process of ours holds the directory, or a database server that is not ours runs on it. */
    public static final String IN_USE = "data-directory-in-use";

    /** Written by another format of ours, or by another major version of PostgreSQL. */
    public static final String OTHER_VERSION = "data-directory-other-version";

    /** Not empty and not written by Trialog, or written by another user of the machine. */
    public static final String NOT_OURS = "data-directory-not-ours";

    /** Cannot be created or written. */
    public static final String NOT_WRITABLE = "data-directory-not-writable";

    /** Ours, but a part that was there is gone. */
    public static final String DAMAGED = "data-directory-damaged";

    private final String code;

    private DataDirectoryProblem(String code, String message, Optional<Throwable> cause) {
        super(message, cause.orElse(null));
        this.code = code;
    }

    /** One of the constants of this class. */
    public String code() {
        return code;
    }

    /** The directory is held by another process of ours. */
    public static DataDirectoryProblem inUse(Path root, Holder holder) {
        String who = holder.server()
                .map(server -> "a running server (" + server.url() + ")")
                .orElseGet(() -> holder.pid().isPresent()
                        ? "the Trialog process " + holder.pid().getAsLong()
                        : "another Trialog process");
        return inUse(root, who, "Stop it first, or name another directory with --data.");
    }

    /** The directory is held by somebody else: {@code who}, and what to do about it. */
    public static DataDirectoryProblem inUse(Path root, String who, String wayOut) {
        return new DataDirectoryProblem(
                IN_USE, "The data directory " + root + " is in use by " + who + ". " + wayOut, Optional.empty());
    }

    /** The directory was written by another version: what was found and what is expected. */
    public static DataDirectoryProblem otherVersion(Path root, String found, String expected) {
        return new DataDirectoryProblem(
                OTHER_VERSION,
                "The data directory " + root + " holds " + found + ", this Trialog needs " + expected
                        + ". Open it with the version that wrote it, export an archive there and import that here.",
                Optional.empty());
    }

    /** The directory belongs to somebody or something else. */
    public static DataDirectoryProblem notOurs(Path root, String why) {
        return new DataDirectoryProblem(
                NOT_OURS,
                "The directory " + root + " " + why + ". Name an empty or a new directory with --data.",
                Optional.empty());
    }

    /** The directory or something in it cannot be created or written. */
    public static DataDirectoryProblem notWritable(Path path, Throwable cause) {
        return new DataDirectoryProblem(
                NOT_WRITABLE,
                "Cannot write " + path + " (" + reason(cause)
                        + "). Give its owner and this user the right to write there, free some space,"
                        + " or name another directory with --data.",
                Optional.of(cause));
    }

    /** A part of the directory that was there is gone or unreadable. */
    public static DataDirectoryProblem damaged(Path root, String what) {
        return new DataDirectoryProblem(
                DAMAGED,
                "The data directory " + root + " is damaged: " + what
                        + ". Restore the whole directory from a backup, or name another one with --data.",
                Optional.empty());
    }

    private static String reason(Throwable cause) {
        return cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
    }
}
