package org.trialog.deploy.app;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.trialog.command.door.DoorSchema;
import org.trialog.command.store.StoreMigrations;
import org.trialog.deploy.datadir.Secrets;
import org.trialog.deploy.postgres.EmbeddedCluster;
import org.trialog.deploy.postgres.Roles;
import org.trialog.query.feed.ReadSchema;

/** The database of a deployment as its two sides see it, each with a role of its own; the schemas are up to date. */
record Databases(HikariDataSource command, HikariDataSource query) implements AutoCloseable {

    private static final int CONNECTIONS = 16;

    /** Who waits for a dead database learns it soon; and an orderly end waits for those who wait. */
    private static final long PATIENCE_MILLIS = 3_000;

    static Databases prepare(EmbeddedCluster cluster, Secrets secrets) {
        Roles.prepare(cluster, secrets);
        DataSource owner = owner(cluster, secrets);
        StoreMigrations.migrate(owner);
        DoorSchema.migrate(owner);
        ReadSchema.migrate(owner);
        return new Databases(pool(cluster, secrets, Roles.COMMAND), pool(cluster, secrets, Roles.QUERY));
    }

    private static DataSource owner(EmbeddedCluster cluster, Secrets secrets) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(cluster.url(Roles.DATABASE));
        source.setUser(Roles.OWNER);
        source.setPassword(secrets.findOrMake(Roles.OWNER));
        return source;
    }

    private static HikariDataSource pool(EmbeddedCluster cluster, Secrets secrets, String role) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(cluster.url(Roles.DATABASE));
        config.setUsername(role);
        config.setPassword(secrets.findOrMake(role));
        config.setPoolName(role);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        return new HikariDataSource(config);
    }

    @Override
    public void close() {
        command.close();
        query.close();
    }
}
