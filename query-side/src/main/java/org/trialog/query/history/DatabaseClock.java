package org.trialog.query.history;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.JdbcTemplate;

/** The database's clock: the one that all processes share. */
final class DatabaseClock {

    private DatabaseClock() {}

    static Instant read(JdbcTemplate jdbc) {
        OffsetDateTime now = jdbc.queryForObject("select clock_timestamp()", OffsetDateTime.class);
        if (now == null) {
            throw new IllegalStateException("the database told no time");
        }
        return now.toInstant();
    }
}
