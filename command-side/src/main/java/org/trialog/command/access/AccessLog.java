package org.trialog.command.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.trialog.command.problem.Problem;

/**
 * Writes the access log. What need not be there before its answer waits a moment in memory for others to be written with;
 * when there is no room, whoever brings it waits: nothing is dropped. An orderly end writes what is left.
 */
public final class AccessLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);

    private static final int ROOM = 4_096;
    private static final int MOST_AT_ONCE = 1_000;
    private static final long GATHERING_MILLIS = 100;
    private static final long IDLE_MILLIS = 100;
    private static final long SETTLED_WITHIN_MILLIS = 5_000;
    private static final int LAST_TRIES = 50;
    private static final int RULE = 42;
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final AccessTable table;
    private final Clock clock;
    private final BlockingQueue<ObjectNode> waiting;
    private final AtomicLong given = new AtomicLong();
    private final Semaphore hurry = new Semaphore(0);
    private final Thread writer =
            Thread.ofPlatform().name("access-log").daemon().unstarted(this::write);
    private volatile boolean closed;
    private long written;

    public AccessLog(DataSource database, Clock clock) {
        this(database, clock, ROOM);
    }

    AccessLog(DataSource database, Clock clock, int room) {
        this.table = new AccessTable(database);
        this.clock = clock;
        this.waiting = new ArrayBlockingQueue<>(room);
    }

    /** Begins. Once only. */
    public void start() {
        writer.start();
    }

    /**
     * Records now, in the caller's transaction if there is one: what must not happen without its entry.
     *
     * @return the entry's id
     * @throws Problem 503 when it cannot be recorded
     */
    public long now(Access entry) {
        try {
            return table.append(List.of(entry.json(clock.instant()))).getFirst();
        } catch (DataAccessException away) {
            LOG.warn("refused, because it could not be entered in the access log", away);
            throw new Problem(
                            503,
                            "access-not-recorded",
                            "This could not be entered in the access log, and nothing is given out or changed without"
                                    + " that. Try again in a moment.",
                            RULE,
                            List.of())
                    .retryAfter(AGAIN);
        }
    }

    /** Records in a moment; waits for room. */
    void soon(Access entry) {
        try {
            ObjectNode row = entry.json(clock.instant());
            while (!waiting.offer(row, 1, TimeUnit.SECONDS)) {
                if (!writer.isAlive()) {
                    throw new IllegalStateException("the access log is not being written");
                }
            }
            given.incrementAndGet();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the access was recorded", interrupted);
        }
    }

    /** Waits until all that was given before is written; false when that takes too long. */
    boolean settled() {
        long wanted = given.get();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SETTLED_WITHIN_MILLIS);
        hurry.release();
        synchronized (this) {
            while (written < wanted) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                try {
                    wait(left);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
        }
        return true;
    }

    /** Returns when everything is written. */
    @Override
    public void close() {
        closed = true;
        hurry.release();
        try {
            writer.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        List<ObjectNode> batch = new ArrayList<>();
        int failures = 0;
        try {
            while (gather(batch)) {
                try {
                    table.append(batch);
                    wrote(batch.size());
                    batch.clear();
                    failures = 0;
                } catch (DataAccessException away) {
                    failures++;
                    if (failures == 1) {
                        LOG.warn("the access log cannot be written and is tried again", away);
                    }
                    if (closed && failures >= LAST_TRIES) {
                        LOG.error("{} entries of the access log were not written", batch.size() + waiting.size());
                        return;
                    }
                    TimeUnit.MILLISECONDS.sleep(IDLE_MILLIS);
                }
            }
        } catch (InterruptedException nobodyDoes) {
            Thread.currentThread().interrupt();
        }
    }

    /** What failed before comes again; false when all is written and none comes any more. */
    private boolean gather(List<ObjectNode> batch) throws InterruptedException {
        while (batch.isEmpty()) {
            boolean last = closed;
            ObjectNode first = waiting.poll(last ? 0 : IDLE_MILLIS, TimeUnit.MILLISECONDS);
            if (first != null) {
                batch.add(first);
                if (!last && hurry.tryAcquire(GATHERING_MILLIS, TimeUnit.MILLISECONDS)) {
                    hurry.drainPermits();
                }
                waiting.drainTo(batch, MOST_AT_ONCE - 1);
            } else if (last) {
                return false;
            }
        }
        return true;
    }

    private synchronized void wrote(int entries) {
        written += entries;
        notifyAll();
    }
}
