package org.trialog.command.sequencer;

import java.sql.Connection;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives positions to what is committed and has none yet.
 *
 * <p><b>Why nothing is skipped.</b> A writer holds a lock on the table of events from before its first sequence value
 * until its end is visible ({@code V2__settled.sql}). The sequence's value M is read first and the holders of that lock
 * afterwards, so every writer that holds a value up to M has ended or is among them. Once all of those have ended, what
 * is visible up to M is all that there will ever be up to M.
 *
 * <p><b>Why commands are contiguous and subjects in order.</b> Values of two concurrent commands may interleave. So
 * whole commands are placed, in the order of their highest value, and inside by value; a command with a value above M
 * waits for a later round. All commands of this round end at or below M, all later ones above it: the order is the same
 * however the rounds fall. Two commands of one stream never interleave: the second could decide only after it had read
 * what the first had committed (otherwise it collides on the stream's sequence and is rolled back), so all its values
 * are higher, and it ends later.
 *
 * <p><b>Why nothing is placed twice.</b> Positions and progress commit in one transaction that holds the progress row
 * from its first statement on; a second sequencer waits there and then sees what the first has done.
 */
final class Placement {

    /** How many events one transaction places at most, unless a single command is larger. */
    private static final int CHUNK = 20_000;

    private static final long SHORTEST_WAIT_NANOS = 500_000;
    private static final long LONGEST_WAIT_NANOS = 10_000_000;

    private static final String NOBODY = "{}";

    private static final String BOUND = """
        select max(store_sequence) from (
            select e.store_sequence
            from store.event e
            where e.store_sequence > :passed and e.store_sequence <= :assigned
              and not exists (
                  select from store.position p
                  where p.store_sequence = e.store_sequence and p.store_sequence > :passed)
            order by e.store_sequence
            limit :size)
        having count(*) = :size
        """;

    // "before" is materialised: evaluated per row, it would wade through what this statement has inserted.
    private static final String PLACE = """
        with fresh as materialized (
            select e.store_sequence, e.command_id, e.study, e.subject,
                   e.recorded_at::timestamptz as recorded_at, store.leaf(e) as leaf
            from store.event e
            where e.store_sequence > :passed and e.store_sequence <= :bound
              and not exists (
                  select from store.position p
                  where p.store_sequence = e.store_sequence and p.store_sequence > :passed)
        ), whole as (
            select command_id, max(store_sequence) as ends
            from fresh
            group by command_id
            having not exists (
                select from store.event later
                where later.command_id = fresh.command_id and later.store_sequence > :bound)
        ), before as materialized (
            select study, (select p.known_at from store.position p where p.study = named.study
                           order by p.position desc limit 1) as known_at
            from (select distinct study from fresh) named
        )
        insert into store.position
            (position, store_sequence, recorded_at, known_at, study, subject, command_id, leaf)
        select :position + row_number() over (order by whole.ends, fresh.store_sequence),
               fresh.store_sequence,
               fresh.recorded_at,
               greatest(before.known_at, max(fresh.recorded_at) over (
                   partition by fresh.study order by whole.ends, fresh.store_sequence)),
               fresh.study, fresh.subject, fresh.command_id, fresh.leaf
        from fresh
        join whole on whole.command_id = fresh.command_id
        join before on before.study = fresh.study
        order by whole.ends, fresh.store_sequence
        """;

    private static final String ADVANCE = """
        update store.progress set position = :position, passed = coalesce((
            select min(e.store_sequence) - 1
            from store.event e
            where e.store_sequence > :passed and e.store_sequence <= :bound
              and not exists (
                  select from store.position p
                  where p.store_sequence = e.store_sequence and p.store_sequence > :passed)), :bound)
        returning case when :placed > 0 then pg_notify(:channel, position::text) end
        """;

    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final BooleanSupplier stopped;

    /** @param stopped asked while waiting for slow writers; once true, nothing more is placed */
    Placement(Connection connection, BooleanSupplier stopped) {
        SingleConnectionDataSource single = new SingleConnectionDataSource(connection, true);
        this.database = JdbcClient.create(single);
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(single));
        this.stopped = stopped;
    }

    private record Progress(long position, long passed) {}

    private record Standing(long assigned, long passed) {}

    private record Chunk(long bound, int placed, long position) {}

    /**
     * One round.
     *
     * @return the last position when some were given, 0 when there was nothing to place
     */
    long place() {
        Standing standing = database.sql("select store.last_sequence() as assigned, passed from store.progress")
                .query(Standing.class)
                .single();
        if (standing.assigned() <= standing.passed() || !waitForWriters()) {
            return 0;
        }
        long last = 0;
        int size = CHUNK;
        Chunk chunk;
        do {
            chunk = placeChunk(standing.assigned(), size);
            last = chunk.placed() == 0 ? last : chunk.position();
            // A command that is larger than a chunk: look further until all of it is seen.
            size = chunk.placed() == 0 ? size * 2 : CHUNK;
        } while (chunk.bound() < standing.assigned());
        return last;
    }

    private Chunk placeChunk(long assigned, int size) {
        return transactions.execute(status -> {
            // A plan made while the tables were small must not outlive that: it would read all of them for every chunk.
            database.sql("set local plan_cache_mode = force_custom_plan").update();
            Progress before = database.sql("select position, passed from store.progress for update")
                    .query(Progress.class)
                    .single();
            long bound = bound(before, assigned, size);
            int placed = database.sql(PLACE)
                    .param("passed", before.passed())
                    .param("bound", bound)
                    .param("position", before.position())
                    .update();
            long position = before.position() + placed;
            database.sql(ADVANCE)
                    .param("passed", before.passed())
                    .param("bound", bound)
                    .param("position", position)
                    .param("placed", placed)
                    .param("channel", Sequencer.CHANNEL)
                    .query(told -> {});
            return new Chunk(bound, placed, position);
        });
    }

    /** Up to where this transaction places: to the end, unless more than a chunk lies before it. */
    private long bound(Progress before, long assigned, int size) {
        if (assigned - before.passed() <= size) {
            return Math.max(before.passed(), assigned);
        }
        return database.sql(BOUND)
                .param("passed", before.passed())
                .param("assigned", assigned)
                .param("size", size)
                .query(Long.class)
                .optional()
                .orElse(assigned);
    }

    /** Waits until everybody has ended who writes now; false when told to stop meanwhile. */
    private boolean waitForWriters() {
        String writers =
                database.sql("select store.writers()::text").query(String.class).single();
        long wait = SHORTEST_WAIT_NANOS;
        while (!stopped.getAsBoolean()) {
            if (writers.equals(NOBODY) || !stillWriting(writers)) {
                return true;
            }
            LockSupport.parkNanos(this, wait);
            wait = Math.min(LONGEST_WAIT_NANOS, wait * 2);
        }
        return false;
    }

    private boolean stillWriting(String writers) {
        return database.sql("select cast(:writers as text[]) && store.writers()")
                .param("writers", writers)
                .query(Boolean.class)
                .single();
    }
}
