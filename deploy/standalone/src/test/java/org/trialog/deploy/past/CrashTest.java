package org.trialog.deploy.past;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.trialog.command.keys.SubjectKeys;
import org.trialog.command.order.Acceptance;
import org.trialog.command.order.Idempotency;
import org.trialog.command.order.Order;
import org.trialog.command.order.OrderRefused;
import org.trialog.command.order.Orders;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;
import org.trialog.query.feed.Await;
import org.trialog.query.history.HistoryEntry;

/** PostgreSQL dies in the middle of everything, again and again: nothing acknowledged is lost, and nothing is there twice. */
@Tag("full")
@Timeout(180)
class CrashTest {

    private static final int WRITERS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    @TempDir
    Path folder;

    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger orders = new AtomicInteger();
    private final AtomicReference<Orders> door = new AtomicReference<>();

    @Test
    void theDatabaseRecoversUnderRunningSidesAndSoDoThey() throws Exception {
        prove(Deployment::crashServerProcess);
    }

    @Test
    void afterTheServerWasKilledANewStartGoesOnWhereItEnded() throws Exception {
        prove(deployment -> {
            deployment.crashServer();
            deployment.restart();
            door.set(deployment.bean(Orders.class));
        });
    }

    private void prove(Consumer<Deployment> crash) throws Exception {
        try (Deployment deployment = new Deployment(folder)) {
            Lives lives = new Lives(new StudyId("boostb4"), 7, 10, deployment.bean(SubjectKeys.class));
            door.set(deployment.bean(Orders.class));
            lives.beginning().forEach(this::send);
            try (ExecutorService pool = Executors.newFixedThreadPool(WRITERS)) {
                List<Future<?>> writing = new ArrayList<>();
                for (Queue<Deque<Order>> desk : dealt(lives)) {
                    writing.add(pool.submit(() -> desk.forEach(life -> life.forEach(this::send))));
                }
                for (int crashed = 1; crashed <= 2; crashed++) {
                    int enough = acknowledged.size() + 15;
                    while (acknowledged.size() < enough && writing.stream().anyMatch(desk -> !desk.isDone())) {
                        LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
                    }
                    crash.accept(deployment);
                }
                for (Future<?> done : writing) {
                    done.get(120, TimeUnit.SECONDS);
                }
            }
            assertThat(caughtUp(deployment)).isTrue();
            Promises.hold(deployment.query());
            Promises.rowsAreTheFold(deployment.query(), lives.study);
            eachOnce(Promises.entries(deployment.query()));
        }
    }

    /** The last crash may have come after the last order: whoever reads through it asks again, too. */
    private static boolean caughtUp(Deployment deployment) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return deployment.bean(Await.class).caughtUp();
            } catch (DataAccessException away) {
                if (System.nanoTime() > deadline) {
                    throw away;
                }
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
    }

    private static List<Queue<Deque<Order>>> dealt(Lives lives) {
        List<Queue<Deque<Order>>> desks = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            desks.add(new ConcurrentLinkedQueue<>());
        }
        int next = 0;
        for (SubjectId subject : lives.subjects()) {
            desks.get(next++ % WRITERS).add(new ArrayDeque<>(lives.life(subject)));
        }
        return desks;
    }

    /** As a careful client does: with a key, again and again until there is an answer. */
    private void send(Order order) {
        String key = "order-" + orders.incrementAndGet();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Idempotency idempotency = new Idempotency("writer", "/test", key, "digest");
        while (true) {
            try {
                Acceptance acceptance =
                        door.get().carryOut(order, Writers.sender(Writers.role(order), "page", key), idempotency);
                acknowledged.put(key, acceptance.command());
                return;
            } catch (OrderRefused rule) {
                return;
            } catch (RuntimeException away) {
                if (System.nanoTime() > deadline) {
                    throw away;
                }
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        }
    }

    /** Each key's command is there, once, under the id that was acknowledged; and no others are. */
    private void eachOnce(List<HistoryEntry> entries) {
        Map<String, Set<String>> commands = entries.stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.provenance().correlation(),
                        Collectors.mapping(HistoryEntry::command, Collectors.toSet())));
        assertThat(commands.values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
        Set<String> there = new HashSet<>();
        commands.values().forEach(there::addAll);
        assertThat(new HashSet<>(acknowledged.values())).isEqualTo(there);
        assertThat(there).hasSizeGreaterThan(60);
    }
}
