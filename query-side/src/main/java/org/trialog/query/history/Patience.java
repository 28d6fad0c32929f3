package org.trialog.query.history;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks again at short intervals until there is an answer or the time is over. Between two questions it holds nothing: many
 * who wait must not take the connections that those need for whom they wait.
 */
public final class Patience {

    private static final long SHORTEST = Duration.ofMillis(1).toNanos();
    private static final long LONGEST = Duration.ofMillis(10).toNanos();

    private final long deadline;

    private Patience(long deadline) {
        this.deadline = deadline;
    }

    /** Begins now. */
    public static Patience of(Duration most) {
        return new Patience(System.nanoTime() + most.toNanos());
    }

    /** Asks at least once; empty when there was no answer in time, or when the thread was interrupted. */
    public <T> Optional<T> answer(Supplier<@Nullable T> question) {
        for (long pause = SHORTEST; ; pause = Math.min(2 * pause, LONGEST)) {
            T answer = question.get();
            if (answer != null) {
                return Optional.of(answer);
            }
            if (System.nanoTime() - deadline >= 0 || Thread.currentThread().isInterrupted()) {
                return Optional.empty();
            }
            LockSupport.parkNanos(pause);
        }
    }
}
