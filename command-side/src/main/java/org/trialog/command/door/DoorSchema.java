package org.trialog.command.door;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The schema of accounts and tokens, version by version ({@code db/door}). */
public final class DoorSchema {

    private DoorSchema() {}

    /** Brings it to the version of this build, as the role that owns the tables. */
    public static void migrate(DataSource owner) {
        Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/door")
                .defaultSchema("door")
                .table("migration")
                .createSchemas(true)
                .load()
                .migrate();
    }
}
