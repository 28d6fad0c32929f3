package org.trialog.deploy.past;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.trialog.events.value.StudyId;
import org.trialog.query.figure.Figures;
import org.trialog.query.history.History;
import org.trialog.query.history.HistoryEntry;
import org.trialog.query.history.JdbcHistory;
import org.trialog.query.history.StoreSettlement;
import org.trialog.query.moment.AsKnownAt;
import org.trialog.query.moment.Moments;
import org.trialog.query.problem.Problem;
import org.trialog.query.record.KnownRows;
import org.trialog.query.record.Records;

/** Asks for all figures of studies as known at many moments, and remembers what it was told. */
final class Questions {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final Map<StudyId, Map<String, List<String>>> told = new TreeMap<>();
    private final DataSource database;
    private final History history;
    private final List<StudyId> studies;
    private final Random random;

    Questions(DataSource database, List<StudyId> studies, long seed) {
        this.database = database;
        this.history = new JdbcHistory(database, "store.history");
        this.studies = studies;
        this.random = new Random(seed);
        studies.forEach(study -> told.put(study, new LinkedHashMap<>()));
    }

    /** Asks about right now, the recent past and positions, and again about what it asked before. */
    void ask() {
        for (StudyId study : studies) {
            Map<String, List<String>> earlier = told.get(study);
            Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
            String moment =
                    switch (random.nextInt(4)) {
                        case 0 -> now.minusMillis(random.nextInt(3_000)).toString();
                        case 1 -> Long.toString(history.head() - random.nextInt(5));
                        case 2 -> near(study).toString();
                        default -> now.toString();
                    };
            answer(study, moment);
            List<String> asked = new ArrayList<>(earlier.keySet());
            answer(study, asked.get(random.nextInt(asked.size())));
        }
    }

    /** Asks about moments of the whole past: on a recorded time, or one microsecond beside it. */
    void askAbout(List<HistoryEntry> entries, int times) {
        for (StudyId study : studies) {
            List<Instant> recorded = entries.stream()
                    .filter(entry -> entry.study().equals(study))
                    .map(HistoryEntry::recordedAt)
                    .toList();
            for (int i = 0; i < times; i++) {
                Instant some = recorded.get(random.nextInt(recorded.size()));
                answer(
                        study,
                        some.plus(random.nextInt(3) - 1L, ChronoUnit.MICROS).toString());
            }
        }
    }

    /** Asks about every moment again. */
    void askAllAgain() {
        told.forEach((study, moments) -> List.copyOf(moments.keySet()).forEach(moment -> answer(study, moment)));
    }

    private void answer(StudyId study, String moment) {
        List<String> answer = figures(study, AsKnownAt.of(moment));
        List<String> before = told.get(study).putIfAbsent(moment, answer);
        if (before != null) {
            assertThat(answer)
                    .as("%s as known at %s, asked again", study, moment)
                    .isEqualTo(before);
        }
    }

    /** On a recorded time of late, or one microsecond beside it. */
    private Instant near(StudyId study) {
        return history.last(study, Long.MAX_VALUE)
                .orElseThrow()
                .knownAt()
                .plus(random.nextInt(3) - 1L, ChronoUnit.MICROS);
    }

    /** All that is published, byte for byte, by a reader that remembers nothing. */
    List<String> figures(StudyId study, AsKnownAt moment) {
        Moments moments = new Moments(history, new StoreSettlement(database), PATIENCE);
        Records records = new Records(new KnownRows(database), history, moments);
        return figures(records, study, moment);
    }

    static List<String> figures(Records records, StudyId study, AsKnownAt moment) {
        try {
            return new Figures(records, "test").all(study, new Figures.Asked(moment, null, null), false);
        } catch (Problem unknown) {
            assertThat(unknown.status()).as("%s", unknown.sentence()).isEqualTo(404);
            return List.of(unknown.code());
        }
    }
}
