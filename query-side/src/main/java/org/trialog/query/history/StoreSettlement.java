package org.trialog.query.history;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Settlement of the store in the same database. Its three questions are asked one after the other, each in a snapshot of
 * its own: is T past, and which writers may have recorded something up to T; have they all ended; has the sequencer placed
 * all that they wrote.
 */
public final class StoreSettlement implements Settlement {

    private final JdbcTemplate jdbc;

    public StoreSettlement(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
    }

    @Override
    public Instant now() {
        return DatabaseClock.read(jdbc);
    }

    @Override
    public boolean await(Instant at, Duration patience) {
        Patience time = Patience.of(patience);
        Optional<String> horizon =
                time.answer(() -> ask(String.class, "select store.horizon(?)", at.atOffset(ZoneOffset.UTC)));
        Optional<Long> last = horizon.flatMap(id -> time.answer(() -> ask(Long.class, "select store.decided(?)", id)));
        return last.flatMap(sequence -> time.answer(() -> placed(sequence))).isPresent();
    }

    private @Nullable Boolean placed(long sequence) {
        return Boolean.TRUE.equals(ask(Boolean.class, "select store.positioned(?)", sequence)) ? Boolean.TRUE : null;
    }

    private <T> @Nullable T ask(Class<T> type, String sql, Object parameter) {
        return jdbc.queryForObject(sql, type, parameter);
    }
}
