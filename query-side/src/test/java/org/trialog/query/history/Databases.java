package org.trialog.query.history;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.trialog.query.feed.ReadSchema;

/** Fresh databases on one real PostgreSQL. */
public final class Databases {

    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Databases() {}

    /** A database with the tables of the query side, and nothing in it. */
    public static HikariDataSource fresh() {
        String name = "d" + NUMBER.incrementAndGet();
        new JdbcTemplate(SERVER.getPostgresDatabase()).execute("create database " + name + " template empty");
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(SERVER.getDatabase("postgres", name));
        pool.setMaximumPoolSize(8);
        return pool;
    }

    /** Another pool of connections to the same database, which say that name. */
    public static HikariDataSource another(HikariDataSource database, String name) {
        PGSimpleDataSource named = new PGSimpleDataSource();
        named.setUrl(((PGSimpleDataSource) database.getDataSource()).getUrl());
        named.setUser("postgres");
        named.setApplicationName(name);
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(named);
        pool.setMaximumPoolSize(8);
        return pool;
    }

    /** Another pool of connections, with the rights of the query side only. */
    public static HikariDataSource asQuerySide(HikariDataSource database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(database.getDataSource());
        pool.setConnectionInitSql("set role trialog_query");
        pool.setMaximumPoolSize(4);
        return pool;
    }

    /** A database that holds the command side's store, too. */
    public static HikariDataSource freshWithStore() {
        HikariDataSource pool = fresh();
        Flyway.configure()
                .dataSource(pool)
                .schemas("store")
                .locations("filesystem:" + System.getProperty("trialog.root")
                        + "/command-side/src/main/resources/db/store")
                .load()
                .migrate();
        return pool;
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .start();
            new JdbcTemplate(server.getPostgresDatabase())
                    .execute("create role trialog_command; create role trialog_query");
            new JdbcTemplate(server.getPostgresDatabase()).execute("create database empty");
            ReadSchema.migrate(server.getDatabase("postgres", "empty"));
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
