package org.trialog.query.history;

import java.time.Duration;

/** Waits for new facts without asking for them all the time. */
public interface News extends AutoCloseable {

    /** Returns when something may be new, at the latest after this long. Spurious returns are harmless. */
    void await(Duration atMost);

    @Override
    void close();
}
