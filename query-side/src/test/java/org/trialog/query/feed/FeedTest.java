package org.trialog.query.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.JdbcTemplate;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;
import org.trialog.query.feed.FeedCondition.State;
import org.trialog.query.history.Databases;
import org.trialog.query.history.History;
import org.trialog.query.history.HistoryCopy;
import org.trialog.query.history.HistoryEntry;
import org.trialog.query.history.JdbcHistory;
import org.trialog.query.history.Telling;
import org.trialog.query.problem.Problem;

@Timeout(60)
class FeedTest {

    private static final StudyId ONE = new StudyId("one");
    private static final Duration LONG = Duration.ofSeconds(30);

    private final HikariDataSource database = Databases.fresh();
    private final HistoryCopy copy = new HistoryCopy(database);
    private final History history = new JdbcHistory(database, HistoryCopy.RELATION);
    private final Feed feed = new Feed(history, database);
    private final Feed second = new Feed(history, database);
    private final Telling telling = Telling.random(new Random(23), List.of(ONE), 200);

    @AfterEach
    void close() {
        feed.close();
        second.close();
        database.close();
    }

    private void await(State state, Feed which) {
        while (which.condition().state() != state) {
            Thread.onSpinWait();
        }
    }

    @Test
    void whatIsCommittedIsSeenWithoutBeingAskedFor() {
        feed.start();
        List<HistoryEntry> told = telling.entries();
        Await await = new Await(history, feed, LONG);
        for (int start = 0; start < told.size(); start += 50) {
            int end = Math.min(start + 50, told.size());
            copy.append(told.subList(start, end), Instant.EPOCH);
            assertThat(await.caughtUp()).isTrue();
            assertThat(Expected.rows(database, ONE)).isEqualTo(Expected.fold(ONE, told.subList(0, end)));
        }
    }

    @Test
    void aQuestionWaitsForTheCommandOfItsAsker() throws Exception {
        feed.start();
        Await await = new Await(history, feed, LONG);
        HistoryEntry last = telling.last();
        CompletableFuture<Long> seen = CompletableFuture.supplyAsync(() -> {
            await.seen(last.command());
            return feed.position();
        });
        copy.append(telling.entries(), Instant.EPOCH);
        assertThat(seen.get(30, TimeUnit.SECONDS)).isEqualTo(last.position());
    }

    @Test
    void aCommandThatDoesNotComeInTimeIsAnsweredNotYet() {
        Await await = new Await(history, feed, Duration.ofMillis(20));
        assertThatThrownBy(() -> await.seen(UUID.randomUUID().toString()))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo("not-yet-visible");
                    assertThat(problem.retryAfter()).isPositive();
                });
        assertThatThrownBy(() -> await.seen("nonsense"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(400));
    }

    @Test
    void oneFeedWritesAndTheOtherTakesOver() {
        List<HistoryEntry> told = telling.entries();
        feed.start();
        await(State.FOLLOWING, feed);
        second.start();
        await(State.STANDING_BY, second);
        copy.append(told.subList(0, 100), Instant.EPOCH);
        assertThat(new Await(history, second, LONG).caughtUp()).isTrue();
        feed.close();
        await(State.FOLLOWING, second);
        copy.append(told.subList(100, told.size()), Instant.EPOCH);
        assertThat(new Await(history, second, LONG).caughtUp()).isTrue();
        assertThat(Expected.rows(database, ONE)).isEqualTo(Expected.fold(ONE, told));
    }

    @Test
    void connectionsThatAreKilledAreTakenUpAgain() {
        List<HistoryEntry> told = telling.entries();
        try (HikariDataSource mortal = Databases.another(database, "mortal");
                Feed killed = new Feed(new JdbcHistory(mortal, HistoryCopy.RELATION), mortal)) {
            killed.start();
            Await await = new Await(history, feed, LONG);
            for (int start = 0; start < told.size(); start += 60) {
                copy.append(told.subList(start, Math.min(start + 60, told.size())), Instant.EPOCH);
                while (new JdbcTemplate(database)
                        .queryForList("select pg_terminate_backend(pid) from pg_stat_activity"
                                + " where application_name = 'mortal'")
                        .isEmpty()) {
                    Thread.onSpinWait();
                }
                assertThat(await.caughtUp()).isTrue();
            }
        }
        assertThat(Expected.rows(database, ONE)).isEqualTo(Expected.fold(ONE, told));
    }

    @Test
    void anUnknownFactStopsLoudlyAndARebuildIsRefused() {
        feed.start();
        await(State.FOLLOWING, feed);
        long readable = telling.head();
        telling.sayUnknown(ONE, new SubjectId("S-1"), Instant.parse("2026-01-01T00:00:00Z"));
        copy.append(telling.entries(), Instant.EPOCH);
        await(State.STOPPED, feed);
        assertThat(feed.condition().position()).isEqualTo(readable);
        assertThat(feed.condition().words()).contains("SubjectTeleported");
        assertThat(feed.position()).isEqualTo(readable);
        assertThatThrownBy(() -> feed.rebuild().get(30, TimeUnit.SECONDS)).hasMessageContaining("SubjectTeleported");
    }

    @Test
    void aRebuildOnDemandSwitchesOverAndGoesOn() throws Exception {
        List<HistoryEntry> told = telling.entries();
        copy.append(told.subList(0, 150), Instant.EPOCH);
        feed.start();
        assertThat(new Await(history, feed, LONG).caughtUp()).isTrue();
        List<String> fed = Expected.text(database);
        assertThat(feed.rebuild().get(30, TimeUnit.SECONDS)).isEqualTo(150);
        assertThat(Expected.text(database)).isEqualTo(fed);
        copy.append(told.subList(150, told.size()), Instant.EPOCH);
        assertThat(new Await(history, feed, LONG).caughtUp()).isTrue();
        assertThat(Expected.rows(database, ONE)).isEqualTo(Expected.fold(ONE, told));
    }

    @Test
    void rowsOfAnOlderFoldAreMadeAnew() {
        copy.append(telling.entries(), Instant.EPOCH);
        new Rebuild(history, database).run();
        List<String> right = Expected.text(database);
        JdbcTemplate jdbc = new JdbcTemplate(database);
        jdbc.update("update read.subject_record set record = '{}'");
        jdbc.update("update read.feed set fold = 0");
        assertThatThrownBy(() -> Expected.rows(database, ONE))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("rows-being-made"));
        feed.start();
        await(State.FOLLOWING, feed);
        assertThat(Expected.text(database)).isEqualTo(right);
    }
}
