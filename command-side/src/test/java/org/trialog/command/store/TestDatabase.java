package org.trialog.command.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A migrated database of its own on one real PostgreSQL for the whole test run, with the roles of production: the owner
 * of the tables, the command side, the query side.
 */
public final class TestDatabase {

    private static final String TEMPLATE = "trialog_template";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** A fresh, empty, migrated database. */
    public static TestDatabase fresh() {
        String name = "trialog_" + NUMBER.incrementAndGet();
        superuser("postgres")
                .sql("create database " + name + " template " + TEMPLATE + " owner trialog_owner")
                .update();
        return new TestDatabase(name);
    }

    public DataSource owner() {
        return as("trialog_owner", name);
    }

    public DataSource command() {
        return as("trialog_command", name);
    }

    public DataSource query() {
        return as("trialog_query", name);
    }

    /** For looking behind the scenes, and for breaking things on purpose. */
    public JdbcClient superuser() {
        return superuser(name);
    }

    private static JdbcClient superuser(String database) {
        return JdbcClient.create(as("postgres", database));
    }

    private static DataSource as(String user, String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"localhost"});
        source.setPortNumbers(new int[] {SERVER.getPort()});
        source.setUser(user);
        source.setDatabaseName(database);
        return source;
    }

    private static EmbeddedPostgres start() {
        EmbeddedPostgres server;
        try {
            server = EmbeddedPostgres.builder().start();
        } catch (IOException cannotStart) {
            throw new UncheckedIOException(cannotStart);
        }
        PGSimpleDataSource postgres = (PGSimpleDataSource) server.getPostgresDatabase();
        JdbcClient client = JdbcClient.create(postgres);
        for (String role : new String[] {"trialog_owner", "trialog_command", "trialog_query"}) {
            client.sql("create role " + role + " login").update();
        }
        client.sql("create database " + TEMPLATE + " owner trialog_owner").update();
        PGSimpleDataSource template = new PGSimpleDataSource();
        template.setServerNames(new String[] {"localhost"});
        template.setPortNumbers(new int[] {server.getPort()});
        template.setUser("trialog_owner");
        template.setDatabaseName(TEMPLATE);
        StoreMigrations.migrate(template);
        return server;
    }
}
