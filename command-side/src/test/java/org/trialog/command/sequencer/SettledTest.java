package org.trialog.command.sequencer;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trialog.command.store.TestDatabase;

/** The protocol by which readers learn that nothing earlier can still appear, asked as the query side asks it. */
class SettledTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient reader = JdbcClient.create(database.query());

    @Test
    void theFutureHasNoHorizon() {
        OffsetDateTime tomorrow = OffsetDateTime.now(ZoneOffset.UTC).plusDays(1);
        assertThat(reader.sql("select store.horizon(?)")
                        .param(tomorrow)
                        .query(String.class)
                        .optional())
                .isEmpty();
    }

    @Test
    void aRunningWriterLeavesThePastOpenUntilItIsDecidedAndPlaced() throws SQLException {
        try (RawWriter slow = new RawWriter(database.command(), "slow")) {
            slow.append("a", 0);
            String horizon = reader.sql("select store.horizon(clock_timestamp() - interval '1 microsecond')")
                    .query(String.class)
                    .single();
            try (RawWriter later = new RawWriter(database.command(), "later")) {
                later.append("b", 0);
                assertThat(decided(horizon)).isNull();
                later.rollback();
            }
            assertThat(decided(horizon)).isNull();

            slow.commit();
            Long upTo = decided(horizon);
            assertThat(upTo).isEqualTo(2);
            assertThat(positioned(upTo)).isFalse();
            place();
            assertThat(positioned(upTo)).isTrue();
        }
    }

    @Test
    void aRolledBackWriterSettlesThePastToo() throws SQLException {
        try (RawWriter broken = new RawWriter(database.command(), "broken")) {
            broken.append("a", 0);
            String horizon = reader.sql("select store.horizon('2026-01-01')")
                    .query(String.class)
                    .single();
            broken.rollback();
            Long upTo = decided(horizon);
            place();
            assertThat(positioned(upTo)).isTrue();
        }
    }

    private void place() throws SQLException {
        try (Connection connection = database.command().getConnection()) {
            new Placement(connection, () -> false).place();
        }
    }

    private Long decided(String horizon) {
        return reader.sql("select store.decided(?)")
                .param(horizon)
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    private boolean positioned(Long upTo) {
        return reader.sql("select store.positioned(?)")
                .param(upTo)
                .query(Boolean.class)
                .single();
    }
}
