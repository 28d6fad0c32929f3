package org.trialog.query.history;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Settlement of the query side's own copy: settled as far as what feeds it has said that it is complete. */
public final class CopySettlement implements Settlement {

    private static final Duration PAUSE = Duration.ofMillis(25);

    private final JdbcTemplate jdbc;
    private final History history;

    public CopySettlement(DataSource source, History history) {
        this.jdbc = new JdbcTemplate(source);
        this.history = history;
    }

    @Override
    public Instant now() {
        return DatabaseClock.read(jdbc);
    }

    @Override
    public boolean await(Instant at, Duration patience) {
        if (completeThrough(at)) {
            return true;
        }
        long deadline = System.nanoTime() + patience.toNanos();
        try (News news = history.follow()) {
            while (!completeThrough(at)) {
                if (System.nanoTime() - deadline >= 0) {
                    return false;
                }
                news.await(PAUSE);
            }
            return true;
        }
    }

    private boolean completeThrough(Instant at) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select through >= ? from history.completeness", Boolean.class, at.atOffset(ZoneOffset.UTC)));
    }
}
