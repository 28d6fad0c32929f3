package org.trialog.query.feed;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of the query side. */
public final class ReadSchema {

    private ReadSchema() {}

    /** Brings the schemas {@code read} and {@code history} to the form of this build. Needs the owner of the database. */
    public static void migrate(DataSource owner) {
        Flyway.configure()
                .dataSource(owner)
                .schemas("read", "history")
                .locations("classpath:db/read")
                .load()
                .migrate();
    }
}
