package org.trialog.query.feed;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;
import org.trialog.query.feed.FeedCondition.State;
import org.trialog.query.history.History;
import org.trialog.query.history.News;
import org.trialog.query.record.StudyFold;

/**
 * Follows the history and keeps the rows of what is known up to date: one thread in a process, one process at a time (an
 * advisory lock elects it; the compare-and-set of the position holds even if two believe to be elected).
 */
public final class Feed implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Feed.class.getName());
    private static final Duration POLL = Duration.ofMillis(25);
    private static final Duration RETRY = Duration.ofMillis(250);
    private static final int IDLE_ROUNDS_BETWEEN_CHECKS = 40;

    private final History history;
    private final DataSource source;
    private final Projection projection;
    private final Rebuild rebuild;
    private final FeedTables tables;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile FeedCondition condition = new FeedCondition(State.RESTING, 0, "");
    private final AtomicReference<@Nullable CompletableFuture<Long>> wanted = new AtomicReference<>();
    private final Thread thread = Thread.ofPlatform().name("feed").unstarted(this::run);

    /** @param source of the rows; the history may lie elsewhere */
    public Feed(History history, DataSource source) {
        this.history = history;
        this.source = source;
        this.projection = new Projection(history, source);
        this.rebuild = new Rebuild(history, source);
        this.tables = new FeedTables(new JdbcTemplate(source));
    }

    /** Starts to follow. A feed is started once. */
    public void start() {
        thread.start();
    }

    public FeedCondition condition() {
        return condition;
    }

    /**
     * Makes all rows anew from the history. The result is the position up to which they were folded; it fails when the
     * history cannot be read or the feed does not run.
     */
    public CompletableFuture<Long> rebuild() {
        CompletableFuture<Long> mine = new CompletableFuture<>();
        CompletableFuture<Long> asked = wanted.updateAndGet(earlier -> earlier == null ? mine : earlier);
        if (!thread.isAlive()) {
            refuseRebuild();
        }
        return asked == null ? mine : asked;
    }

    /** Ends after the piece in hand. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Up to where the rows are, whoever writes them. */
    public long position() {
        return tables.current().map(FeedTables.Generation::position).orElse(0L);
    }

    private void run() {
        try {
            while (!closed()) {
                round();
                closing.await(RETRY.toMillis(), TimeUnit.MILLISECONDS);
            }
            say(State.RESTING, condition.position(), "");
        } catch (CannotReadFact stop) {
            LOG.log(Level.ERROR, "The feed has stopped. {0}", stop.sentence());
            say(State.STOPPED, stop.entry().position() - 1, stop.sentence());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            refuseRebuild();
        }
    }

    /** Leads as long as it can, if it is elected. */
    private void round() {
        try {
            Optional<Election> elected = Election.win(source);
            if (elected.isEmpty()) {
                say(State.STANDING_BY, position(), "another process writes the rows");
                return;
            }
            try (Election election = elected.get()) {
                lead(election);
            }
        } catch (ForeignWriter other) {
            LOG.log(Level.WARNING, "The feed steps back: {0}", other.getMessage());
        } catch (SQLException | DataAccessException | TransactionException unavailable) {
            LOG.log(Level.WARNING, "The feed could not go on and tries again.", unavailable);
            say(State.RETRYING, condition.position(), "the database did not answer");
        } catch (CannotReadFact stop) {
            throw stop;
        } catch (RuntimeException unforeseen) {
            // Rows and position change together, so trying again skips nothing; whoever asks for the health sees it.
            LOG.log(Level.ERROR, "The feed failed for a reason that is ours and tries again.", unforeseen);
            say(State.RETRYING, condition.position(), "it failed for a reason of ours: " + unforeseen);
        }
    }

    private void lead(Election election) throws SQLException {
        FeedTables.Generation at = begin();
        int idle = 0;
        try (News news = history.follow()) {
            while (!closed()) {
                if (wanted.get() != null) {
                    at = rebuilt();
                }
                FeedTables.Generation next = projection.advance(at);
                say(State.FOLLOWING, next.position(), "");
                if (next.equals(at)) {
                    news.await(POLL);
                    if (++idle % IDLE_ROUNDS_BETWEEN_CHECKS == 0) {
                        election.verify();
                    }
                }
                at = next;
            }
        }
    }

    private FeedTables.Generation begin() {
        return tables.current()
                .filter(generation -> generation.fold() == StudyFold.VERSION)
                .orElseGet(this::rebuilt);
    }

    /** A wish that was there before the fold began is fulfilled by it; after a failure the next round tries again. */
    private FeedTables.Generation rebuilt() {
        CompletableFuture<Long> asked = wanted.get();
        say(State.REBUILDING, condition.position(), "folds the whole history");
        FeedTables.Generation fresh = rebuild.run();
        if (asked != null && wanted.compareAndSet(asked, null)) {
            asked.complete(fresh.position());
        }
        return fresh;
    }

    private void refuseRebuild() {
        CompletableFuture<Long> asked = wanted.getAndSet(null);
        if (asked != null) {
            FeedCondition last = condition;
            asked.completeExceptionally(
                    new IllegalStateException("The feed does not run (%s). %s".formatted(last.state(), last.words())));
        }
    }

    private boolean closed() {
        return closing.getCount() == 0;
    }

    private void say(State state, long position, String words) {
        condition = new FeedCondition(state, position, words);
    }
}
