package org.trialog.query.feed;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.trialog.query.history.History;
import org.trialog.query.history.Patience;
import org.trialog.query.problem.Problem;

/** Lets a question wait until the rows hold what its asker has just written. */
public final class Await {

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
        if (!reached(() -> endOf(command))) {
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
        return reached(() -> head);
    }

    private boolean reached(Supplier<@Nullable Long> goal) {
        Patience time = Patience.of(patience);
        return time.answer(goal)
                .flatMap(position -> time.answer(() -> feed.position() >= position ? position : null))
                .isPresent();
    }

    private @Nullable Long endOf(String command) {
        OptionalLong end = history.endOf(command);
        return end.isPresent() ? Long.valueOf(end.getAsLong()) : null;
    }

    private static String command(String after) {
        try {
            return UUID.fromString(after).toString();
        } catch (IllegalArgumentException malformed) {
            throw Problem.malformed(
                    "after", "after-malformed", "'after' takes the token of a recorded command's answer, unchanged.");
        }
    }
}
