package org.trialog.query.history;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Settlement of the query side's own copy: settled as far as what feeds it has said that it is complete. */
public final class CopySettlement implements Settlement {

    private final JdbcTemplate jdbc;

    public CopySettlement(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
    }

    @Override
    public Instant now() {
        return DatabaseClock.read(jdbc);
    }

    @Override
    public boolean await(Instant at, Duration patience) {
        return Patience.of(patience).answer(() -> completeThrough(at)).isPresent();
    }

    private @Nullable Boolean completeThrough(Instant at) {
        Boolean complete = jdbc.queryForObject(
                "select through >= ? from history.completeness", Boolean.class, at.atOffset(ZoneOffset.UTC));
        return Boolean.TRUE.equals(complete) ? Boolean.TRUE : null;
    }
}
