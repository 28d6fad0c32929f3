package org.trialog.command.sequencer;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Places the history: one thread of one process at a time, elected by an advisory lock of its session. Another process
 * takes over as soon as that session is gone; that both believe to be elected is harmless ({@link Placement}).
 *
 * <p>{@link #wake Woken} after commits of this process; polls for those of others. After each commit of positions it
 * notifies the channel {@value #CHANNEL} (payload: the last position) and the listeners of this process.
 */
public final class Sequencer implements AutoCloseable {

    /** The LISTEN/NOTIFY channel; its payload is the last position. */
    public static final String CHANNEL = "trialog_position";

    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);
    private static final long POLL_MILLIS = 20;
    private static final long STANDBY_MILLIS = 250;

    private final DataSource database;
    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
    private final Semaphore wakes = new Semaphore(0);
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final Thread thread;
    private volatile boolean stopped;
    private volatile boolean elected;

    /** @param database of the command side; one connection of it is kept for as long as this one is elected */
    public Sequencer(DataSource database) {
        this.database = database;
        this.thread = Thread.ofPlatform().name("sequencer").daemon().unstarted(this::run);
    }

    /** Begins. Once only. */
    public void start() {
        thread.start();
    }

    /** Says that something was committed. Cheap, never blocks. */
    public void wake() {
        wakes.release();
    }

    /** Calls the listener with the last position after each commit of positions by this process, on its thread. */
    public void listen(LongConsumer listener) {
        listeners.add(listener);
    }

    /** Whether this process places the history now. */
    public boolean isElected() {
        return elected;
    }

    /** What went wrong last, empty since the last round that succeeded: for the health of the process. */
    public Optional<Exception> failure() {
        return Optional.ofNullable(failure.get());
    }

    /** Finishes the transaction at hand, if any, and resigns. Returns when the connection is given back. */
    @Override
    public void close() {
        stopped = true;
        wake();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopped) {
            try (Connection connection = database.getConnection();
                    Election election = Election.of(connection)) {
                if (election.won()) {
                    lead(connection);
                }
            } catch (SQLException | DataAccessException | TransactionException lost) {
                failure.set(lost);
                LOG.warn("Placing the history failed and begins anew on another connection", lost);
            } finally {
                elected = false;
            }
            pause(STANDBY_MILLIS);
        }
    }

    private void lead(Connection connection) {
        elected = true;
        Placement placement = new Placement(connection, () -> stopped);
        while (!stopped) {
            long last = placement.place();
            failure.set(null);
            if (last > 0) {
                listeners.forEach(listener -> tell(listener, last));
            }
            pause(POLL_MILLIS);
        }
    }

    /** A listener that fails must not keep the history from being placed. */
    private static void tell(LongConsumer listener, long last) {
        try {
            listener.accept(last);
        } catch (RuntimeException failed) {
            LOG.error("A listener of positions failed at {}", last, failed);
        }
    }

    private void pause(long millis) {
        try {
            if (wakes.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                wakes.drainPermits();
            }
        } catch (InterruptedException interrupted) {
            stopped = true;
            Thread.currentThread().interrupt();
        }
    }
}
