package org.trialog.deploy.postgres;

import org.jspecify.annotations.Nullable;

/** The embedded database cannot run, with a code that scripts may rely on and a message that says what to do. */
public final class DatabaseProblem extends RuntimeException {
    /** No PostgreSQL for this operating system and processor is shipped, or it cannot be unpacked. */
    public static final String NO_BINARIES = "database-binaries-missing";

    /** A new cluster could not be made. */
    public static final String NOT_MADE = "database-not-made";

    /** The server did not come up. */
    public static final String NOT_STARTED = "database-not-started";

    /** The server refused what was asked of it while it was set up. */
    public static final String NOT_SET_UP = "database-not-set-up";

    /** The server, or one left by a killed process, could not be stopped. */
    public static final String NOT_STOPPED = "database-not-stopped";

    private final String code;

    DatabaseProblem(String code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    DatabaseProblem(String code, String message) {
        this(code, message, null);
    }

    /** One of the constants of this class. */
    public String code() {
        return code;
    }
}
