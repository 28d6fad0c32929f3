package org.trialog.deploy.past;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialog.command.keys.SubjectKeys;
import org.trialog.command.order.Acceptance;
import org.trialog.command.order.Orders;
import org.trialog.command.order.SubjectOrder;
import org.trialog.events.clinical.Fracture;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;
import org.trialog.query.feed.Await;
import org.trialog.query.feed.Feed;
import org.trialog.query.history.HistoryEntry;
import org.trialog.query.moment.AsKnownAt;

/**
 * As known at T, on the whole product: random lives written by several at once, in real time, while others ask. The same
 * question has the same answer for ever, and it is the answer of a second server that was fed no more than that.
 */
@Timeout(600)
class PastTest {

    @TempDir
    Path folder;

    @Test
    void everyMomentIsAsASecondServerFedUpToItWouldSee() throws Exception {
        prove(1, 6, 12);
    }

    @Tag("full")
    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 5, 6, 7, 8})
    void andSoForManyHistories(long seed) throws Exception {
        prove(seed, 20, 150);
    }

    private void prove(long seed, int subjects, int moments) throws Exception {
        try (Deployment deployment = new Deployment(folder)) {
            SubjectKeys keys = deployment.bean(SubjectKeys.class);
            List<Lives> studies = List.of(
                    new Lives(new StudyId("boostb4"), seed, subjects, keys),
                    new Lives(new StudyId("twin"), seed + 1_000, subjects / 2, keys));
            Writers writers = new Writers(deployment.bean(Orders.class));
            studies.forEach(lives -> lives.beginning().forEach(order -> writers.send(order, "page")));
            assertThat(writers.refused).isEmpty();
            deployment.hinder();
            List<StudyId> ids = studies.stream().map(lives -> lives.study).toList();
            Questions questions = new Questions(deployment.query(), ids, seed);
            assertThat(deployment.bean(Await.class).caughtUp()).isTrue();
            askWhile(questions, () -> writers.write(studies, seed, 3));

            assertThat(deployment.bean(Await.class).caughtUp()).isTrue();
            assertThat(writers.acknowledged.size())
                    .as("acknowledged; refused: %s", writers.refused)
                    .isGreaterThan(10 * subjects);
            Promises.hold(deployment.query());
            List<HistoryEntry> entries = Promises.entries(deployment.query());
            whatWasAcknowledgedAndNothingElseIsThere(writers, entries);
            rowsAreWhatARebuildMakes(deployment, ids);
            correctionsMoveTodayAndNotYesterday(studies.getFirst(), writers, questions);
            questions.askAbout(entries, moments);
            questions.askAllAgain();
            aMomentIsNeverRoundedUp(studies.getFirst().study, entries, questions);
            for (StudyId study : ids) {
                eachIsWhatASecondServerSees(study, entries, questions.told.get(study));
            }
        }
    }

    private static void askWhile(Questions questions, Writing writing) throws Exception {
        try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
            Future<?> written = pool.submit(() -> {
                writing.go();
                return null;
            });
            while (!written.isDone()) {
                questions.ask();
            }
            written.get(1, TimeUnit.SECONDS);
        }
    }

    private interface Writing {
        void go() throws Exception;
    }

    private static void whatWasAcknowledgedAndNothingElseIsThere(Writers writers, List<HistoryEntry> entries) {
        Map<String, Instant> recorded = entries.stream()
                .collect(Collectors.toMap(HistoryEntry::command, HistoryEntry::recordedAt, (one, same) -> one));
        Set<String> commands = new HashSet<>();
        for (Writers.Acknowledged told : writers.acknowledged) {
            Acceptance acceptance = told.acceptance();
            commands.add(acceptance.command());
            assertThat(recorded).containsKey(acceptance.command());
            assertThat(recorded.get(acceptance.command()))
                    .as("by the clock, between question and answer")
                    .isBetween(told.before().truncatedTo(ChronoUnit.MICROS), told.after());
        }
        assertThat(commands).isEqualTo(recorded.keySet());
    }

    private static void rowsAreWhatARebuildMakes(Deployment deployment, List<StudyId> studies) throws Exception {
        for (StudyId study : studies) {
            Promises.rowsAreTheFold(deployment.query(), study);
        }
        deployment.bean(Feed.class).rebuild().get(60, TimeUnit.SECONDS);
        for (StudyId study : studies) {
            Promises.rowsAreTheFold(deployment.query(), study);
        }
    }

    private static void aMomentIsNeverRoundedUp(StudyId study, List<HistoryEntry> entries, Questions questions) {
        Instant recorded = entries.stream()
                .filter(entry -> entry.study().equals(study))
                .toList()
                .getLast()
                .knownAt();
        AsKnownAt justBefore = new AsKnownAt.Moment(recorded.minusNanos(1));
        AsKnownAt aMicrosecondBefore = new AsKnownAt.Moment(recorded.minus(1, ChronoUnit.MICROS));
        assertThat(questions.figures(study, justBefore)).isEqualTo(questions.figures(study, aMicrosecondBefore));
        assertThat(questions.figures(study, AsKnownAt.of("-999999999-01-01T00:00:00Z")))
                .containsExactly("study-unknown");
    }

    /** One correction is enough to move a figure of today; fractures are corrected until one has. */
    private static void correctionsMoveTodayAndNotYesterday(Lives lives, Writers writers, Questions questions) {
        String yesterday = Instant.now().truncatedTo(ChronoUnit.MICROS).toString();
        List<String> then = questions.figures(lives.study, AsKnownAt.of(yesterday));
        Random chance = new Random(1);
        boolean moved = false;
        for (SubjectId subject : lives.subjects()) {
            if (moved) {
                break;
            }
            Fracture fracture = lives.fracture(chance);
            writers.send(lives.made(subject, fracture), "page");
            var touched = List.copyOf(writers.acknowledged).getLast();
            if (touched.order() instanceof SubjectOrder order
                    && order.subject().equals(subject)
                    && !touched.acceptance().records().isEmpty()) {
                List<String> before = results(questions, lives);
                writers.send(
                        lives.corrected(
                                subject,
                                touched.acceptance().records().getFirst().id(),
                                chance),
                        "page");
                moved |= !results(questions, lives).equals(before);
            }
        }
        assertThat(moved).as("a correction moves a figure of today").isTrue();
        assertThat(questions.figures(lives.study, AsKnownAt.of(yesterday))).isEqualTo(then);
    }

    /** As known right now, without the envelope, which names the moment. */
    private static List<String> results(Questions questions, Lives lives) {
        String now = Instant.now().truncatedTo(ChronoUnit.MICROS).toString();
        return questions.figures(lives.study, AsKnownAt.of(now)).stream()
                .map(figure -> figure.substring(figure.indexOf("\"result\"")))
                .toList();
    }

    private static void eachIsWhatASecondServerSees(
            StudyId study, List<HistoryEntry> entries, Map<String, List<String>> told) throws Exception {
        List<HistoryEntry> own =
                entries.stream().filter(entry -> entry.study().equals(study)).toList();
        List<Map.Entry<Integer, String>> moments = new ArrayList<>();
        told.keySet().forEach(moment -> moments.add(Map.entry(known(own, entries, moment), moment)));
        moments.sort(Comparator.comparing(Map.Entry::getKey));
        int fed = 0;
        try (SecondDatabase second = new SecondDatabase()) {
            for (Map.Entry<Integer, String> moment : moments) {
                assertThat(second.figuresAfter(study, own.subList(fed, moment.getKey())))
                        .as("%s as known at %s", study, moment.getValue())
                        .isEqualTo(told.get(moment.getValue()));
                fed = moment.getKey();
            }
        }
        assertThat(moments.stream().map(Map.Entry::getKey).distinct()).hasSizeGreaterThan(5);
    }

    /** How many facts of the study were known: by what is written beside each, not by what the store made of it. */
    private static int known(List<HistoryEntry> own, List<HistoryEntry> all, String moment) {
        if (moment.matches("\\d+")) {
            int position = Integer.parseInt(moment);
            boolean inside = position < all.size()
                    && all.get(position - 1).command().equals(all.get(position).command());
            String broken = inside ? all.get(position).command() : "";
            return Math.toIntExact(own.stream()
                    .filter(entry ->
                            entry.position() <= position && !entry.command().equals(broken))
                    .count());
        }
        Instant at = Instant.parse(moment);
        int count = 0;
        while (count < own.size() && !own.get(count).provenance().recordedAt().isAfter(at)) {
            count++;
        }
        return count;
    }
}
