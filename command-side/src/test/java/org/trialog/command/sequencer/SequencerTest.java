package org.trialog.command.sequencer;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.trialog.command.store.TestDatabase;

@Timeout(60)
class SequencerTest {

    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void concurrentSlowAndBrokenWritersUnderTwoSequencersKeepEveryPromise() throws Exception {
        try (Sequencer one = new Sequencer(database.command());
                Sequencer two = new Sequencer(database.command());
                RawWriter slow = new RawWriter(database.command(), "slow")) {
            one.start();
            two.start();
            slow.append("slow", 0);
            List<Callable<Void>> writers = new ArrayList<>();
            for (int writer = 0; writer < 6; writer++) {
                Random random = new Random(writer);
                String subject = "w" + writer;
                writers.add(() -> {
                    writeAtRandom(subject, random, one);
                    return null;
                });
            }
            try (ExecutorService pool = Executors.newFixedThreadPool(writers.size())) {
                for (Future<Void> done : pool.invokeAll(writers)) {
                    done.get();
                }
            }
            slow.append("slow", 1);
            slow.commit();
            awaitPlaced();
        }
        Placed.holds(database.superuser());
    }

    /** Without the lock of the election: two that both believe to lead. */
    @Test
    void twoThatBothBelieveToBeElectedDoNoHarm() throws Exception {
        try (Connection left = database.command().getConnection();
                Connection right = database.command().getConnection();
                ExecutorService pool = Executors.newFixedThreadPool(3)) {
            Future<?> writing = pool.submit(() -> {
                writeAtRandom("a", new Random(1), null);
                return null;
            });
            for (Connection connection : List.of(left, right)) {
                pool.submit(() -> {
                    Placement placement = new Placement(connection, () -> false);
                    while (!writing.isDone()) {
                        placement.place();
                    }
                    return placement.place();
                });
            }
            writing.get();
        }
        Placed.holds(database.superuser());
    }

    @Test
    void anotherTakesOverWhenTheSessionOfTheElectedDies() throws Exception {
        try (Sequencer first = new Sequencer(database.command());
                Sequencer second = new Sequencer(database.command())) {
            first.start();
            write("a", 0, "before");
            awaitPlaced();
            assertThat(first.isElected()).isTrue();
            second.start();
            database.superuser()
                    .sql("select pg_terminate_backend(pid, 5000) from pg_locks where locktype = 'advisory' and granted"
                            + " and database = (select oid from pg_database where datname = current_database())")
                    .query(Boolean.class)
                    .single();
            write("a", 1, "after");
            awaitPlaced();
            assertThat(first.isElected() ^ second.isElected()).isTrue();
        }
        Placed.holds(database.superuser());
    }

    @Test
    void positionsAreAnnouncedInTheProcessAndOnTheChannel() throws Exception {
        CompletableFuture<Long> heard = new CompletableFuture<>();
        try (Sequencer sequencer = new Sequencer(database.command());
                Connection listening = database.query().getConnection();
                Statement statement = listening.createStatement()) {
            statement.execute("listen " + Sequencer.CHANNEL);
            sequencer.listen(heard::complete);
            sequencer.start();
            write("a", 0, "one");
            sequencer.wake();
            assertThat(heard.get(10, TimeUnit.SECONDS)).isEqualTo(1);
            PGNotification[] notifications =
                    listening.unwrap(PGConnection.class).getNotifications(10_000);
            assertThat(notifications).extracting(PGNotification::getParameter).contains("1");
        }
    }

    private void writeAtRandom(String subject, Random random, Sequencer sequencer) throws SQLException {
        long next = 0;
        for (int command = 0; command < 60; command++) {
            try (RawWriter writer =
                    new RawWriter(database.command(), "s" + random.nextInt(2), subject + "-" + command)) {
                String own = subject + "-" + command;
                int size = 1 + random.nextInt(4);
                for (int i = 0; i < size; i++) {
                    writer.append(own, i, "2026-01-01T00:00:%02d.000000Z".formatted(random.nextInt(60)));
                    Thread.yield();
                }
                if (random.nextInt(5) == 0) {
                    writer.rollback();
                } else {
                    writer.commit();
                    next++;
                }
            }
            if (sequencer != null && random.nextBoolean()) {
                sequencer.wake();
            }
        }
        assertThat(next).isPositive();
    }

    private void write(String subject, long sequence, String command) throws SQLException {
        try (RawWriter writer = new RawWriter(database.command(), command)) {
            writer.append(subject, sequence);
            writer.commit();
        }
    }

    /** Asks the store until all that was committed is placed: as a reader does. */
    private void awaitPlaced() {
        while (database.superuser()
                        .sql("select count(*) from store.event e where not exists"
                                + " (select from store.position p where p.store_sequence = e.store_sequence)")
                        .query(Long.class)
                        .single()
                > 0) {
            Thread.onSpinWait();
        }
    }
}
