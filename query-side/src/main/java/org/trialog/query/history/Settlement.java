package org.trialog.query.history;

import java.time.Duration;
import java.time.Instant;

/**
 * Knows when the past is settled: when nothing with a recorded time up to an instant can still appear in the history. Only
 * then has "as known at" that instant an answer that stays the same for ever.
 */
public interface Settlement {

    /** The clock by which an instant is past or future: the database's. */
    Instant now();

    /**
     * Waits until the history up to an instant is settled.
     *
     * @param at not in the future
     * @return false when it was not in time
     */
    boolean await(Instant at, Duration patience);
}
