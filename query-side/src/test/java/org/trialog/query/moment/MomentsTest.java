package org.trialog.query.moment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialog.events.clinical.Screening;
import org.trialog.events.subject.Recorded;
import org.trialog.events.subject.Retracted;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;
import org.trialog.query.history.CopySettlement;
import org.trialog.query.history.Databases;
import org.trialog.query.history.History;
import org.trialog.query.history.HistoryCopy;
import org.trialog.query.history.JdbcHistory;
import org.trialog.query.history.Telling;
import org.trialog.query.problem.Problem;

class MomentsTest {

    private static final StudyId STUDY = new StudyId("boostb4");
    private static final SubjectId CHILD = new SubjectId("SE-001");
    private static final Instant COMPLETE = Instant.parse("2025-06-01T00:00:00Z");

    private static HikariDataSource database;
    private static Moments moments;

    @BeforeAll
    static void tell() {
        database = Databases.fresh();
        Screening screening = new Screening(ClinicalDate.of("2025-01"), Telling.STOCKHOLM);
        RecordId id = new RecordId("screening-1");
        Telling telling = new Telling()
                .study(STUDY, Instant.parse("2025-01-10T10:00:00Z")) // positions 1 to 4
                .say(STUDY, CHILD, Instant.parse("2025-01-10T22:59:59.999999Z"), new Recorded<>(id, screening)) // 5
                // Three facts of one command, a second later: the next day in Stockholm.
                .say(
                        STUDY,
                        CHILD,
                        Instant.parse("2025-01-10T23:00:00Z"),
                        new Retracted<>(id, screening),
                        new Recorded<>(new RecordId("screening-2"), screening),
                        new Retracted<>(new RecordId("screening-2"), screening)) // 6, 7, 8
                // A slow writer: recorded before the last command, in the history after it.
                .say(
                        STUDY,
                        CHILD,
                        Instant.parse("2025-01-10T22:30:00Z"),
                        new Recorded<>(new RecordId("screening-3"), screening)); // 9
        new HistoryCopy(database).append(telling.entries(), COMPLETE);
        History history = new JdbcHistory(database, HistoryCopy.RELATION);
        moments = new Moments(history, new CopySettlement(database), Duration.ofMillis(100));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static long at(String asKnownAt) {
        return moments.find(STUDY, AsKnownAt.of(asKnownAt))
                .map(Moment::position)
                .orElse(0L);
    }

    @Test
    void anInstantIncludesItself() {
        assertThat(at("2025-01-10T22:59:59.999998Z")).isEqualTo(4);
        assertThat(at("2025-01-10T22:59:59.999999Z")).isEqualTo(5);
        assertThat(at("2025-01-10T23:59:59.999999+01:00")).isEqualTo(5);
        assertThat(at("2025-01-10T23:59:59.999999+01:00[Europe/Stockholm]")).isEqualTo(5);
    }

    @Test
    void aDayEndsInTheZoneOfTheStudy() {
        assertThat(at("2025-01-10")).isEqualTo(5);
        assertThat(at("2025-01-11")).isEqualTo(9);
        assertThat(at("2025-01-09")).isZero();
    }

    @Test
    void whatASlowWriterAddsLaterIsNotKnownEarlier() {
        assertThat(at("2025-01-10T22:30:00Z")).isEqualTo(4);
        assertThat(at("2025-01-10T23:00:00Z")).isEqualTo(9);
    }

    @Test
    void aPositionInsideACommandIsRoundedDown() {
        assertThat(List.of(at("5"), at("6"), at("7"), at("8"), at("9"))).containsExactly(5L, 5L, 5L, 8L, 9L);
        assertThat(at("0")).isZero();
    }

    @Test
    void withoutAMomentItIsTheLatestAndTheCutOffHangsOnTheHistory() {
        Moment latest = moments.find(STUDY, AsKnownAt.of(null)).orElseThrow();
        assertThat(latest).isEqualTo(new Moment(STUDY, 9, Instant.parse("2025-01-10T23:00:00Z")));
        assertThat(latest.cutoff(ZoneId.of("Europe/Stockholm"))).isEqualTo(LocalDate.parse("2025-01-11"));
    }

    @Test
    void theFutureHasNoAnswer() {
        for (String future : List.of("10", "2999-01-01T00:00:00Z", "2999-01-01")) {
            assertThatThrownBy(() -> at(future)).isInstanceOfSatisfying(Problem.class, problem -> {
                assertThat(problem.code()).isEqualTo("as-known-at-in-future");
                assertThat(problem.status()).isEqualTo(400);
            });
        }
    }

    @Test
    void aMomentAfterWhichSomethingEarlierCanStillAppearHasNoAnswerYet() {
        assertThat(at("2025-06-01T00:00:00Z")).isEqualTo(9);
        assertThatThrownBy(() -> at("2025-06-01T00:00:00.000001Z")).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo("as-known-at-not-settled");
            assertThat(problem.status()).isEqualTo(503);
            assertThat(problem.retryAfter()).isNotNull();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2025-02-30",
                "2025-13-01T00:00:00Z",
                "2025-01-10T22:00:00",
                "-5",
                "1e9",
                "99999999999999999999"
            })
    void whatIsNoMomentIsMalformed(String text) {
        assertThatThrownBy(() -> AsKnownAt.of(text))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("as-known-at-malformed"));
    }
}
