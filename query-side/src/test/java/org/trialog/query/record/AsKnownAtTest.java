package org.trialog.query.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
import org.trialog.query.problem.Problem;

/** As known at T is what a second, separate database knows that was fed only the facts up to T. */
class AsKnownAtTest {

    private static final List<StudyId> STUDIES = List.of(new StudyId("one"), new StudyId("other"));
    private static final Instant COMPLETE = Instant.parse("2025-12-31T00:00:00Z");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aSecondDatabaseFedUpToTheMomentKnowsTheSame(long seed) {
        Random random = new Random(seed);
        List<HistoryEntry> told = Telling.random(random, STUDIES, 250).entries();
        try (HikariDataSource whole = Databases.fresh()) {
            new HistoryCopy(whole).append(told, COMPLETE);
            Records records = records(whole);
            for (Instant moment : moments(random, told)) {
                compare(records, moment, told);
            }
        }
    }

    private static void compare(Records whole, Instant moment, List<HistoryEntry> told) {
        try (HikariDataSource part = Databases.fresh()) {
            new HistoryCopy(part)
                    .append(
                            told.stream()
                                    .filter(entry -> !entry.knownAt().isAfter(moment))
                                    .toList(),
                            COMPLETE);
            History history = new JdbcHistory(part, HistoryCopy.RELATION);
            try (Feed feed = new Feed(history, part)) {
                feed.start();
                assertThat(new Await(history, feed, Duration.ofSeconds(30)).caughtUp())
                        .isTrue();
            }
            for (StudyId study : STUDIES) {
                assertThat(figures(whole, study, AsKnownAt.of(moment.toString())))
                        .isEqualTo(figures(records(part), study, new AsKnownAt.Latest()));
                assertThat(whole.known(study, AsKnownAt.of(moment.toString())))
                        .as("%s at %s", study, moment)
                        .isEqualTo(records(part).known(study, new AsKnownAt.Latest()));
            }
        }
    }

    /** Byte for byte, with all that they carry; a study that was not known has none. */
    private static List<String> figures(Records records, StudyId study, AsKnownAt moment) {
        try {
            return new Figures(records, "test").all(study, new Figures.Asked(moment, null, null), false);
        } catch (Problem unknown) {
            return List.of(unknown.code());
        }
    }

    private static Records records(HikariDataSource database) {
        History history = new JdbcHistory(database, HistoryCopy.RELATION);
        Moments moments = new Moments(history, new CopySettlement(database), Duration.ZERO);
        return new Records(new KnownRows(database), history, moments);
    }

    /** On facts, just before them, and between. */
    private static List<Instant> moments(Random random, List<HistoryEntry> told) {
        List<Instant> moments = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Instant some = told.get(random.nextInt(told.size())).recordedAt();
            moments.add(
                    switch (i % 3) {
                        case 0 -> some;
                        case 1 -> some.minusNanos(1_000);
                        default -> some.plusSeconds(random.nextInt(40_000));
                    });
        }
        return moments;
    }
}
