package org.trialog.query.record;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.trialog.events.value.StudyId;
import org.trialog.query.feed.Await;
import org.trialog.query.feed.Feed;
import org.trialog.query.figure.Figures;
import org.trialog.query.history.CopySettlement;
import org.trialog.query.history.Databases;
import org.trialog.query.history.History;
import org.trialog.query.history.HistoryCopy;
import org.trialog.query.history.HistoryEntry;
import org.trialog.query.history.JdbcHistory;
import org.trialog.query.history.Telling;
import org.trialog.query.moment.AsKnownAt;
import org.trialog.query.moment.Moments;

/** Measures, and asserts nothing: run it by name. */
class RecordsSpeed {

    private static final StudyId STUDY = new StudyId("pilot");

    @Test
    void threeHundredAndSixSubjects() {
        List<HistoryEntry> told =
                Telling.random(new Random(1), List.of(STUDY), 2_500, 306).entries();
        try (HikariDataSource database = Databases.fresh()) {
            new HistoryCopy(database).append(told, Instant.parse("2030-01-01T00:00:00Z"));
            History history = new JdbcHistory(database, HistoryCopy.RELATION);
            Moments moments = new Moments(history, new CopySettlement(database), Duration.ZERO);
            try (Feed feed = new Feed(history, database)) {
                long start = System.nanoTime();
                feed.start();
                new Await(history, feed, Duration.ofSeconds(60)).caughtUp();
                say("first fold of %d facts".formatted(told.size()), start);
                for (int i = 0; i < 5; i++) {
                    measure("live, cold", database, history, moments, new AsKnownAt.Latest());
                    measure("as known at, cold", database, history, moments, AsKnownAt.of("2026-01-01T00:00:00Z"));
                }
                for (int i = 0; i < 5; i++) {
                    HistoryEntry last = told.getLast();
                    HistoryEntry next = new HistoryEntry(
                            last.position() + 1 + i,
                            last.knownAt(),
                            last.recordedAt(),
                            "00000000-0000-0000-0000-00000000000" + i,
                            "next" + i,
                            STUDY,
                            last.subject(),
                            last.stream(),
                            last.streamSequence() + 1 + i,
                            "FlagResolved",
                            "1",
                            "{\"flag\":\"flag-1\",\"because\":\"explained\"}",
                            last.metadata());
                    new HistoryCopy(database).append(List.of(next), Instant.EPOCH);
                    start = System.nanoTime();
                    new Await(history, feed, Duration.ofSeconds(60)).caughtUp();
                    say("commit to visible", start);
                }
            }
        }
    }

    private static void measure(
            String what, HikariDataSource database, History history, Moments moments, AsKnownAt moment) {
        Records records = new Records(new KnownRows(database), history, moments);
        long start = System.nanoTime();
        int subjects = records.known(STUDY, moment).orElseThrow().subjects().size();
        say(what + " (" + subjects + " subjects)", start);
        start = System.nanoTime();
        records.known(STUDY, moment);
        say(what + ", again", start);
        start = System.nanoTime();
        new Figures(records, "test")
                .published(STUDY, "fracture-free-year-2", null, new Figures.Asked(moment, null, null));
        say(what + ", a figure", start);
    }

    private static void say(String what, long start) {
        System.err.printf("%s: %.1f ms%n", what, (System.nanoTime() - start) / 1e6);
    }
}
