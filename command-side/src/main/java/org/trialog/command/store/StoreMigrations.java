package org.trialog.command.store;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The schema of the store, version by version ({@code db/store}). Run before anything reads or writes, as the role that
 * owns the tables; the roles {@code trialog_command} and {@code trialog_query} must exist.
 */
public final class StoreMigrations {

    private StoreMigrations() {}

    /** Brings the schemas {@code store} and {@code keys} to the version of this build. Does nothing when they are there. */
    public static void migrate(DataSource owner) {
        Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/store")
                .defaultSchema("store")
                .table("migration")
                .createSchemas(true)
                .load()
                .migrate();
    }
}
