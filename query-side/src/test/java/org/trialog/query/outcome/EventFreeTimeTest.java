package org.trialog.query.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.query.outcome.Story.child;

import org.junit.jupiter.api.Test;
import org.trialog.query.outcome.figure.Group;
import org.trialog.query.outcome.figure.Numbers;
import org.trialog.query.outcome.figure.Numbers.Streaks;

class EventFreeTimeTest {

    private static final Study YEARS =
            Study.asking("{id: years, version: 1, kind: event-free-time, event: {kind: fracture}, anchor: enrolment}");

    private static Story treated(String subject) {
        return child(subject).chose("treated").born("2019-06-01").enrolled("2020-01-01");
    }

    private static Streaks streaks(Story story) {
        return ((Numbers.EventFreeYears) YEARS.treated(story).numbers())
                .perSubject()
                .getFirst();
    }

    @Test
    void completeYearsFullyObservedAndWithoutAFracture() {
        Streaks streaks =
                streaks(treated("SE-001").confirmed("2020-01-01", "2023-07-01").fracture("2021-06-01"));

        assertThat(streaks.freeYears()).isEqualTo(2);
        assertThat(streaks.observedYears()).isEqualTo(3);
    }

    @Test
    void aYearWithAGapIsNotObserved() {
        Streaks streaks =
                streaks(treated("SE-001").confirmed("2020-01-01", "2021-03-01").confirmed("2021-06-01", "2023-01-01"));

        assertThat(streaks.freeYears()).isEqualTo(2);
        assertThat(streaks.observedYears()).isEqualTo(2);
        assertThat(streaks.longestStreakDays()).isEqualTo(579);
    }

    @Test
    void theVisitToleranceMayShortenTheLastYear() {
        Study study = Study.withVisits(
                "[{code: Y1, anchor: enrolment, at: P1Y, window: [P-14D, P14D]}]",
                "{id: years, version: 1, kind: event-free-time, event: {kind: fracture}, anchor: enrolment}");

        assertThat(years(study.treated(treated("SE-001").confirmed("2020-01-01", "2020-12-18"))))
                .isEqualTo(1);
        assertThat(years(study.treated(treated("SE-001").confirmed("2020-01-01", "2020-12-17"))))
                .isZero();
    }

    private static long years(Group group) {
        return ((Numbers.EventFreeYears) group.numbers()).freeYears();
    }

    @Test
    void streaksRunFromTheAnchorOrTheLastFractureToTheNextOrTheEndOfFollowUp() {
        Streaks streaks = streaks(treated("SE-001")
                .confirmed("2019-06-01", "2020-12-31")
                .fracture("2019-12-01")
                .fracture("2020-03-31")
                .fracture("2020-11-01"));

        assertThat(streaks.events()).isEqualTo(2);
        assertThat(streaks.longestStreakDays()).isEqualTo(215);
        assertThat(streaks.currentStreakDays()).isEqualTo(60);
        assertThat(streaks.followedDays()).isEqualTo(365);
    }

    @Test
    void theGroupShowsTheMedianAndTheSums() {
        Group group = YEARS.treated(
                treated("SE-001").confirmed("2020-01-01", "2023-01-01"),
                treated("SE-002").confirmed("2020-01-01", "2021-01-01"),
                treated("SE-003").confirmed("2020-01-01", "2021-02-01").fracture("2020-05-01"));
        Numbers.EventFreeYears years = (Numbers.EventFreeYears) group.numbers();

        assertThat(group.estimate().asDouble()).hasValue(1);
        assertThat(years.freeYears()).isEqualTo(4);
        assertThat(years.observedYears()).isEqualTo(5);
        assertThat(years.perSubject()).extracting(Streaks::subject).containsExactly("SE-001", "SE-002", "SE-003");
    }

    @Test
    void yearsStayWithinTheWindow() {
        Study second = Study.asking("""
            {id: years, version: 1, kind: event-free-time, event: {kind: fracture}, anchor: enrolment,
             from: P1Y, to: P3Y}
            """);
        Streaks streaks = ((Numbers.EventFreeYears) second.treated(treated("SE-001")
                                .confirmed("2020-01-01", "2026-01-01")
                                .fracture("2020-06-01"))
                        .numbers())
                .perSubject()
                .getFirst();

        assertThat(streaks.freeYears()).isEqualTo(2);
        assertThat(streaks.observedYears()).isEqualTo(2);
        assertThat(streaks.longestStreakDays()).isEqualTo(730);
    }
}
