package org.trialog.query.feed;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.trialog.query.history.History;
import org.trialog.query.history.News;
import org.trialog.query.problem.Problem;

/** Lets a question wait until the rows hold what its asker has just written. */
public final class Await {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(2);
    private static final Duration ASK_AGAIN_IN = Duration.ofSeconds(1);

    private final History history;
    private final Feed feed;
    private final Duration patience;

    /** @param patience how long a question waits before it is answered "not yet" */
    public Await(History history, Feed feed, Duration patience) {
        this.history = history;
        this.feed = feed;
        this.patience = patience;
    }

    /**
     * Waits until the rows hold a command's facts.
     *
     * @param after the token that the command's answer carried; null waits for nothing
     * @throws Problem 400 {@code after-malformed}, 503 {@code not-yet-visible}
     */
    public void seen(@Nullable String after) {
        if (after == null || after.isBlank()) {
            return;
        }
        String command = command(after.strip());
        if (!reached(() -> history.endOf(command))) {
            throw Problem.notYet(
                    "not-yet-visible",
                    "What you have just recorded is safe, but cannot be seen yet. Ask again in a moment.",
                    ASK_AGAIN_IN);
        }
    }

    /**
     * Waits until the rows hold everything that stands in the history now.
     *
     * @return false when they did not in time
     */
    public boolean caughtUp() {
        long head = history.head();
        return reached(() -> OptionalLong.of(head));
    }

    private boolean reached(Goal goal) {
        long deadline = System.nanoTime() + patience.toNanos();
        OptionalLong position = goal.position();
        if (position.isPresent() && feed.position() >= position.getAsLong()) {
            return true;
        }
        try (News news = history.follow()) {
            while (System.nanoTime() - deadline < 0) {
                news.await(LOOK_AGAIN);
                position = position.isPresent() ? position : goal.position();
                if (position.isPresent() && feed.position() >= position.getAsLong()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String command(String after) {
        try {
            return UUID.fromString(after).toString();
        } catch (IllegalArgumentException malformed) {
            throw Problem.malformed(
                    "after", "after-malformed", "'after' takes the token of a recorded command's answer, unchanged.");
        }
    }

    /** Where the rows must be; empty while it is not known. */
    private interface Goal {
        OptionalLong position();
    }
}
