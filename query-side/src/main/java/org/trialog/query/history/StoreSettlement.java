package org.trialog.query.history;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Settlement of the store in the same database. Its three questions are asked one after the other, each in a snapshot of
 * its own: is T past, and which writers may have recorded something up to T; have they all ended; has the sequencer placed
 * all that they wrote.
 */
public final class StoreSettlement implements Settlement {

    private static final Duration PAUSE = Duration.ofMillis(5);

    private final JdbcTemplate jdbc;
    private final History history;

    public StoreSettlement(DataSource source, History history) {
        this.jdbc = new JdbcTemplate(source);
        this.history = history;
    }

    @Override
    public Instant now() {
        return DatabaseClock.read(jdbc);
    }

    @Override
    public boolean await(Instant at, Duration patience) {
        Deadline deadline = new Deadline(System.nanoTime() + patience.toNanos());
        Optional<String> horizon =
                deadline.of(() -> ask(String.class, "select store.horizon(?)::text", at.atOffset(ZoneOffset.UTC)));
        Optional<Long> last =
                horizon.flatMap(id -> deadline.of(() -> ask(Long.class, "select store.decided(?::xid8)", id)));
        return last.flatMap(sequence -> deadline.of(() -> placed(sequence))).isPresent();
    }

    private @Nullable Boolean placed(long sequence) {
        return Boolean.TRUE.equals(ask(Boolean.class, "select store.positioned(?)", sequence)) ? Boolean.TRUE : null;
    }

    private <T> @Nullable T ask(Class<T> type, String sql, Object parameter) {
        return jdbc.queryForObject(sql, type, parameter);
    }

    private final class Deadline {

        private final long nanos;

        Deadline(long nanos) {
            this.nanos = nanos;
        }

        /** Asks until there is an answer; empty when there was none in time. */
        <T> Optional<T> of(Supplier<@Nullable T> question) {
            T first = question.get();
            if (first != null) {
                return Optional.of(first);
            }
            try (News news = history.follow()) {
                while (System.nanoTime() - nanos < 0) {
                    news.await(PAUSE);
                    T answer = question.get();
                    if (answer != null) {
                        return Optional.of(answer);
                    }
                }
            }
            return Optional.empty();
        }
    }
}
