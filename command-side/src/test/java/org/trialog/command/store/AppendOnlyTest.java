package org.trialog.command.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class AppendOnlyTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update store.event set payload = payload",
                "delete from store.event",
                "truncate store.event",
                "update store.position set leaf = leaf",
                "delete from store.position",
                "truncate store.position"
            })
    void nobodyChangesTheHistory(String change) {
        for (DataSource anybody : new DataSource[] {DATABASE.command(), DATABASE.query(), DATABASE.owner()}) {
            assertThatThrownBy(() -> JdbcClient.create(anybody).sql(change).update())
                    .rootCause()
                    .hasMessageMatching("(?s).*(append-only|permission denied).*");
        }
        assertThatThrownBy(() -> JdbcClient.create(DATABASE.owner()).sql(change).update())
                .rootCause()
                .hasMessageContaining("append-only");
    }

    @Test
    void theCommandRoleOwnsNothing() {
        assertThat(DATABASE.superuser()
                        .sql("select count(*) from pg_class where relowner = 'trialog_command'::regrole")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThatThrownBy(() -> JdbcClient.create(DATABASE.command())
                        .sql("alter table store.event disable trigger all")
                        .update())
                .rootCause()
                .hasMessageContaining("must be owner");
        assertThatThrownBy(() -> JdbcClient.create(DATABASE.command())
                        .sql("select setval('store.event_sequence', 1)")
                        .query(Long.class)
                        .single())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void theQueryRoleCannotAppend() {
        assertThatThrownBy(() -> JdbcClient.create(DATABASE.query())
                        .sql("insert into store.event (event_id) values ('x')")
                        .update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }
}
