package org.trialog.command.store;

import java.sql.SQLException;
import java.util.Set;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** Tells failures that only mean that somebody else was quicker: what failed may be decided again on what is known now. */
public final class Races {

    private static final String DUPLICATE = "23505";
    private static final Set<String> LOST = Set.of(DUPLICATE, "40001", "40P01");

    private Races() {}

    /** Whether two writers wanted the same place: on PostgreSQL Axon cannot tell by itself. */
    static boolean isDuplicate(Exception failure) {
        return has(failure, Set.of(DUPLICATE));
    }

    /** Whether the work may be tried again: a collision on a stream, a deadlock, a serialisation failure. */
    public static boolean isLost(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConcurrencyException) {
                return true;
            }
        }
        return has(failure, LOST);
    }

    private static boolean has(@Nullable Throwable failure, Set<String> states) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null && states.contains(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
