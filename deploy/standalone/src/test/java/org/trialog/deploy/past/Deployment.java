package org.trialog.deploy.past;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.trialog.deploy.app.Application;
import org.trialog.deploy.datadir.DataDirectory;
import org.trialog.deploy.postgres.Roles;

/** The whole product on a data directory of its own, and a look behind its scenes. */
final class Deployment implements AutoCloseable {

    /** Senders of this client are slow: before and after each of their events takes its place in the store. */
    static final String SLOW = "slow";

    /** Senders of this client lose their transaction after an event has taken its place in the store. */
    static final String BROKEN = "broken";

    private final Path folder;
    private Application application;

    Deployment(Path folder) {
        this.folder = folder;
        this.application = Application.start(DataDirectory.open(folder), 0, told -> {});
    }

    <T> T bean(Class<T> type) {
        return application.bean(type);
    }

    DataSource query() {
        return as(Roles.QUERY);
    }

    JdbcTemplate owner() {
        return new JdbcTemplate(as(Roles.OWNER));
    }

    /** Lets some writers be slow and some break, at the place where it hurts most: with a sequence value in hand. */
    void hinder() {
        owner().execute("""
            create function store.hinder() returns trigger language plpgsql as $$
            begin
                if new.metadata like '%"client":"slow"%' then
                    perform pg_sleep(random() * 0.2);
                elsif new.metadata like '%"client":"broken"%' and tg_name like 'z%' then
                    raise exception 'broken on purpose';
                end if;
                return new;
            end $$;
            create trigger a_before_its_place before insert on store.event
                for each row execute function store.hinder();
            create trigger z_with_its_place before insert on store.event
                for each row execute function store.hinder();
            """);
    }

    /** One of the server's processes is killed: the server ends all others and recovers from its log. */
    void crashServerProcess() {
        Long pid = owner().queryForObject(
                        "select pid from pg_stat_activity where usename = ? order by random() limit 1",
                        Long.class,
                        Roles.COMMAND);
        kill(pid);
    }

    /** The server itself is killed; its children follow. */
    void crashServer() {
        kill(Long.parseLong(postmaster().getFirst()));
    }

    /** Starts everything anew on the same data. */
    void restart() {
        application.close();
        application = Application.start(DataDirectory.open(folder), 0, told -> {});
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    private DataSource as(String role) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {Integer.parseInt(postmaster().get(3))});
        source.setDatabaseName(Roles.DATABASE);
        source.setUser(role);
        source.setPassword(application.directory().secrets().findOrMake(role));
        return source;
    }

    private List<String> postmaster() {
        try {
            return Files.readAllLines(folder.resolve("pgdata").resolve("postmaster.pid"));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() {
        application.close();
    }
}
