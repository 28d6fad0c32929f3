package org.trialog.command.sequencer;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.trialog.command.store.TestDatabase;

class PlacementTest {

    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void aSlowWriterHoldsUpWhatCameAfterItAndThenStandsFirst() throws SQLException {
        try (RawWriter slow = new RawWriter(database.command(), "slow");
                RawWriter quick = new RawWriter(database.command(), "quick")) {
            slow.append("a", 0);
            quick.append("b", 0);
            quick.commit();

            place(afterTries(5));
            assertThat(commands()).isEmpty();

            slow.commit();
            place();
            assertThat(commands()).containsExactly("slow", "quick");
        }
    }

    @Test
    void aWriterThatHasNoSequenceValueYetHoldsUpNothingBeforeIt() throws SQLException {
        try (RawWriter quick = new RawWriter(database.command(), "quick");
                RawWriter late = new RawWriter(database.command(), "late")) {
            quick.append("a", 0);
            quick.commit();
            place();
            late.append("a", 1);
            assertThat(commands()).containsExactly("quick");
            late.commit();
            place();
            assertThat(commands()).containsExactly("quick", "late");
        }
    }

    @Test
    void interleavedCommandsAreSetApart() throws SQLException {
        try (RawWriter first = new RawWriter(database.command(), "first");
                RawWriter second = new RawWriter(database.command(), "second")) {
            first.append("a", 0);
            second.append("b", 0);
            first.append("a", 1);
            second.append("b", 1);
            second.commit();
            first.commit();
        }
        place();
        assertThat(commands()).containsExactly("first", "first", "second", "second");
        Placed.holds(database.superuser());
    }

    @Test
    void aCommandThatReachesBeyondWhatIsDecidedWaitsForTheNextRound() throws SQLException {
        try (RawWriter long_ = new RawWriter(database.command(), "long");
                RawWriter short_ = new RawWriter(database.command(), "short")) {
            long_.append("a", 0);
            short_.append("b", 0);
            short_.commit();

            place(onceThenGoOn(() -> {
                long_.append("a", 1);
                long_.commit();
            }));
            assertThat(commands()).containsExactly("short");
            assertThat(passed()).isZero();

            place();
            assertThat(commands()).containsExactly("short", "long", "long");
            Placed.holds(database.superuser());
        }
    }

    @Test
    void rolledBackTransactionsLeaveNoHole() throws SQLException {
        try (RawWriter broken = new RawWriter(database.command(), "broken");
                RawWriter whole = new RawWriter(database.command(), "whole")) {
            broken.append("a", 0);
            broken.append("a", 1);
            whole.append("b", 0);
            broken.rollback();
            whole.commit();
            broken.append("a", 0);
            broken.rollback();
        }
        place();
        assertThat(commands()).containsExactly("whole");
        assertThat(passed()).isEqualTo(4);
    }

    @Test
    void knownAtNeverStepsBackWithinAStudyAndStudiesDoNotTouchEachOther() throws SQLException {
        String[][] recorded = {{"s1", "2026-03-01"}, {"s2", "2026-01-01"}, {"s1", "2026-02-01"}, {"s1", "2026-04-01"}};
        for (int i = 0; i < recorded.length; i++) {
            try (RawWriter writer = new RawWriter(database.command(), recorded[i][0], "c" + i)) {
                writer.append("a" + i, 0, recorded[i][1] + "T00:00:00.000000Z");
                writer.commit();
            }
            if (i == 1) {
                place();
            }
        }
        place();
        assertThat(database.superuser()
                        .sql("select to_char(known_at at time zone 'UTC', 'MM') from store.history order by position")
                        .query(String.class)
                        .list())
                .containsExactly("03", "01", "03", "04");
        Placed.holds(database.superuser());
    }

    @Test
    void aCommandLargerThanAChunkStaysWhole() throws SQLException {
        try (RawWriter around = new RawWriter(database.command(), "around")) {
            around.append("a", 0);
            database.superuser().sql("""
                insert into store.event (event_id, stream, stream_sequence, stream_type, type, revision, payload,
                    metadata, appended_at)
                select 'e' || n, case when n % 2 = 0 then 'even' else 'odd' end, n / 2, 't', 'T', '1', '{}',
                    '{"study": "s1", "command": "large", "recordedAt": "2026-01-01T00:00:00.000000Z"}', 'now'
                from generate_series(0, 20999) n
                """).update();
            around.append("a", 1);
            around.commit();
        }
        place();
        assertThat(commands()).hasSize(21_002).last().isEqualTo("around");
        Placed.holds(database.superuser());
    }

    private void place() throws SQLException {
        place(() -> false);
    }

    private void place(BooleanSupplier stopped) throws SQLException {
        try (Connection connection = database.command().getConnection()) {
            new Placement(connection, stopped).place();
        }
    }

    private static BooleanSupplier afterTries(int tries) {
        AtomicInteger asked = new AtomicInteger();
        return () -> asked.getAndIncrement() >= tries;
    }

    private interface Step {
        void run() throws SQLException;
    }

    private static BooleanSupplier onceThenGoOn(Step step) {
        AtomicInteger asked = new AtomicInteger();
        return () -> {
            if (asked.getAndIncrement() == 1) {
                try {
                    step.run();
                } catch (SQLException broken) {
                    throw new IllegalStateException(broken);
                }
            }
            return false;
        };
    }

    private List<String> commands() {
        return database.superuser()
                .sql("select command_id from store.history order by position")
                .query(String.class)
                .list();
    }

    private long passed() {
        return database.superuser()
                .sql("select passed from store.progress")
                .query(Long.class)
                .single();
    }
}
