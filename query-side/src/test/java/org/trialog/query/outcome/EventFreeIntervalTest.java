package org.trialog.query.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.trialog.query.outcome.Story.child;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.trialog.query.outcome.figure.Figure;
import org.trialog.query.outcome.figure.FigureJson;
import org.trialog.query.outcome.figure.Group;
import org.trialog.query.outcome.figure.Numbers;

class EventFreeIntervalTest {

    private static final Offset<Double> PUBLISHED = within(1e-6);

    private static final Study FIRST_YEAR = Study.asking("""
        {id: fracture-free-year-1, version: 1, kind: event-free-interval, event: {kind: fracture},
         anchor: enrolment, from: P0D, to: P1Y}
        """);

    private static final Study SECOND_YEAR = Study.asking("""
        {id: fracture-free-year-2, version: 1, kind: event-free-interval, event: {kind: fracture},
         anchor: enrolment, from: P1Y, to: P2Y}
        """);

    /** Enrolled on 1 March 2021, so that the first year has 365 days. */
    private static Story followed(String subject, int days) {
        return child(subject)
                .chose("treated")
                .born("2020-06-01")
                .enrolled("2021-03-01")
                .confirmed("2020-06-01", day(days));
    }

    private static String day(int days) {
        return LocalDate.parse("2021-03-01").plusDays(days).toString();
    }

    private static Story[] publishedChildren() {
        return new Story[] {
            followed("SE-001", 120).fracture(day(120)),
            followed("SE-002", 365),
            followed("SE-003", 200),
            followed("SE-004", 365),
            followed("SE-005", 300).fracture(day(300)),
            followed("SE-006", 90)
        };
    }

    private static Numbers.EventFreeShare share(Group group) {
        return (Numbers.EventFreeShare) group.numbers();
    }

    @Test
    void theSixChildrenOfTheFractureFreeYearByAllThreeEstimators() {
        Figure figure = FIRST_YEAR.figure(publishedChildren());
        JsonNode group = Study.json(figure, "treated");

        assertThat(group.get("subjects").asInt()).isEqualTo(6);
        assertThat(group.get("events").asInt()).isEqualTo(2);
        assertThat(group.get("personYears").asDouble()).isCloseTo(3.942505, PUBLISHED);
        assertThat(group.get("estimate").asDouble()).isCloseTo(0.533333, PUBLISHED);
        assertThat(group.get("lower").asDouble()).isCloseTo(0.068332, PUBLISHED);
        assertThat(group.get("upper").asDouble()).isCloseTo(0.863072, PUBLISHED);
        JsonNode estimators = group.get("estimators");
        assertThat(estimators.get("kaplan-meier").asDouble()).isCloseTo(0.533333, PUBLISHED);
        assertThat(estimators.get("complete-case").asDouble()).isEqualTo(0.5);
        assertThat(estimators.get("naive").asDouble()).isCloseTo(0.666667, PUBLISHED);
        assertThat(group.at("/estimatorDetails/kaplan-meier/standardError").asDouble())
                .isCloseTo(0.248253, PUBLISHED);
        assertThat(group.get("fullyObserved").asInt()).isEqualTo(2);
        assertThat(group.get("partlyObserved").asInt()).isEqualTo(4);
        assertThat(group.get("atRiskAtEnd").asInt()).isEqualTo(2);
    }

    @Test
    void fewerThanThreeAtRiskAtTheEndIsWarned() {
        assertThat(FIRST_YEAR.figure(publishedChildren()).result().warnings())
                .contains("treated: fewer than 3 at risk at the end: 2");
    }

    @Test
    void threeOfThreeGetTheExactLowerLimit() {
        Group group = FIRST_YEAR.treated(followed("SE-001", 365), followed("SE-002", 400), followed("SE-003", 365));

        assertThat(group.estimate().asDouble()).hasValue(1);
        assertThat(group.lower().asDouble().orElseThrow()).isCloseTo(0.2924, within(5e-5));
        assertThat(group.upper().asDouble()).hasValue(1);
    }

    @Test
    void aFractureOfTheFirstYearDoesNotRemoveAChildFromTheSecond() {
        Group group = SECOND_YEAR.treated(
                followed("SE-001", 730).fracture(day(100)),
                followed("SE-002", 730).fracture(day(400)));

        assertThat(group.subjects()).isEqualTo(2);
        assertThat(group.events()).isEqualTo(1);
        assertThat(group.estimate().asDouble()).hasValue(0.5);
        assertThat(share(group).survival().getFirst().time()).isEqualTo(400 - 365);
    }

    @Test
    void theWindowIncludesItsStartAndExcludesItsEnd() {
        Story onTheStart = followed("SE-001", 800).fracture(day(365));
        Story onTheEnd = followed("SE-002", 800).fracture(day(730));
        Group group = SECOND_YEAR.treated(onTheStart, onTheEnd);

        assertThat(group.events()).isEqualTo(1);
        assertThat(share(group).subjectsWithEvent()).isEqualTo(1);
        assertThat(group.personDays()).isEqualTo(730);
    }

    @Test
    void aFractureOnTheLastConfirmedDayCounts() {
        assertThat(FIRST_YEAR.treated(followed("SE-001", 50).fracture(day(50))).events())
                .isEqualTo(1);
    }

    @Test
    void aFractureOnTheAnchorsDayIsAtRisk() {
        Group group = FIRST_YEAR.treated(followed("SE-001", 365).fracture(day(0)), followed("SE-002", 365));

        assertThat(group.estimate().asDouble()).hasValue(0.5);
        assertThat(share(group).survival().getFirst().time()).isZero();
        assertThat(share(group).survival().getFirst().atRisk()).isEqualTo(2);
    }

    @Test
    void aChildEntersLateWhereItsFollowUpWasConfirmedLate() {
        Story late = child("SE-002")
                .chose("treated")
                .born("2020-06-01")
                .enrolled("2021-03-01")
                .confirmed(day(200), day(365));
        Group group = FIRST_YEAR.treated(followed("SE-001", 365).fracture(day(100)), late);

        assertThat(share(group).survival().getFirst().atRisk()).isEqualTo(1);
        assertThat(group.personDays()).isEqualTo(365 + 165);
        assertThat(share(group).fullyObserved()).isEqualTo(1);
    }

    @Test
    void aGapInConfirmedTimeIsNotAtRisk() {
        Story gap = child("SE-001")
                .chose("treated")
                .born("2020-06-01")
                .enrolled("2021-03-01")
                .confirmed("2020-06-01", day(100))
                .confirmed(day(200), day(365));
        Group group = FIRST_YEAR.treated(gap, followed("SE-002", 365).fracture(day(150)));

        assertThat(group.personDays()).isEqualTo(100 + 165 + 365);
        assertThat(share(group).survival().stream()
                        .filter(row -> row.events() > 0)
                        .findFirst()
                        .orElseThrow()
                        .atRisk())
                .isEqualTo(1);
        assertThat(share(group).fullyObserved()).isEqualTo(1);
    }

    @Test
    void periodsOnConsecutiveDaysLeaveNoGap() {
        Story joined = child("SE-001")
                .chose("treated")
                .born("2020-06-01")
                .enrolled("2021-03-01")
                .confirmed("2020-06-01", day(100))
                .confirmed(day(101), day(365));
        Group group = FIRST_YEAR.treated(joined);

        assertThat(group.personDays()).isEqualTo(365);
        assertThat(share(group).fullyObserved()).isEqualTo(1);
    }

    @Test
    void fullyObservedAllowsForTheVisitPlannedAtTheEndOfTheWindow() {
        String outcome = """
            {id: year, version: 1, kind: event-free-interval, event: {kind: fracture},
             anchor: enrolment, from: P0D, to: P1Y}
            """;
        String visits = """
            [{code: FU12, anchor: enrolment, at: P12M, window: [P-14D, P14D]},
             {code: FU24, anchor: enrolment, at: P24M, window: [P-30D, P30D]}]\
            """;
        Study study = Study.withVisits(visits, outcome);

        assertThat(share(study.treated(followed("SE-001", 351))).fullyObserved())
                .isEqualTo(1);
        assertThat(share(study.treated(followed("SE-001", 350))).fullyObserved())
                .isZero();
        assertThat(share(study.treated(followed("SE-001", 351))).toleranceDays())
                .isEqualTo(14);
        assertThat(study.treated(followed("SE-001", 351)).estimate().asDouble()).hasValue(1);
    }

    @Test
    void aVisitPlannedFromAnotherAnchorSetsNoTolerance() {
        String visits = "[{code: M12, anchor: enrolment, at: P1Y, window: [P-14D, P14D]},"
                + " {code: D4, anchor: first-dose, at: P12M, window: [P-40D, P40D]}]";
        Study study = Study.withVisits(
                visits,
                "{id: year-1, version: 1, kind: event-free-interval, event: {kind: fracture},"
                        + " anchor: enrolment, from: P0D, to: P1Y}");

        assertThat(share(study.treated(followed("SE-001", 365))).toleranceDays())
                .isEqualTo(14);
    }

    @Test
    void whereNobodyWasObservedToTheEndThereIsNoEstimateButAReason() {
        Group group = FIRST_YEAR.treated(followed("SE-001", 200), followed("SE-002", 250));

        assertThat(group.estimate().reason()).contains("observed to the end");
        assertThat(share(group).shares().naive().estimate().asDouble()).hasValue(1);
        assertThat(share(group).shares().completeCase().estimate().reason()).isNotEmpty();
    }

    @Test
    void yearsOf365And366DaysEndTogether() {
        Story leap = child("SE-001")
                .chose("treated")
                .born("2019-01-01")
                .enrolled("2019-06-01")
                .confirmed("2019-01-01", "2020-06-01");
        Group group = FIRST_YEAR.treated(leap, followed("SE-002", 365), followed("SE-003", 365));

        assertThat(share(group).survival().getLast().atRisk()).isEqualTo(3);
        assertThat(share(group).survival().getLast().time()).isEqualTo(366);
        assertThat(group.personDays()).isEqualTo(366 + 365 + 365);
    }

    @Test
    void aDeathInTheWindowPutsTheIncidenceBeside() {
        Story died = followed("SE-001", 100).died(day(100));
        Story broken = followed("SE-002", 365).fracture(day(200));
        Story well = followed("SE-003", 365);
        Numbers.EventFreeShare share = share(FIRST_YEAR.treated(died, broken, well));

        assertThat(share.deaths()).isEqualTo(1);
        // One of three died before: of the two thirds left, half had a fracture.
        assertThat(share.incidence().estimate().asDouble().orElseThrow()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(share.shares().kaplanMeier().estimate().asDouble().orElseThrow())
                .isCloseTo(0.5, within(1e-12));
    }

    @Test
    void aFractureOnTheDayOfDeathCounts() {
        Group group =
                FIRST_YEAR.treated(followed("SE-001", 300).fracture(day(100)).died(day(100)), followed("SE-002", 365));

        assertThat(group.events()).isEqualTo(1);
        assertThat(share(group).deaths()).isZero();
        assertThat(group.personDays()).isEqualTo(100 + 365);
    }

    @Test
    void theCutOffIncludesItsDay() {
        Story story = followed("SE-001", 365).fracture(day(100));

        assertThat(Study.group(FIRST_YEAR.figure(day(100), story), "treated").events())
                .isEqualTo(1);
        assertThat(Study.group(FIRST_YEAR.figure(day(99), story), "treated").events())
                .isZero();
        assertThat(Study.group(FIRST_YEAR.figure(day(99), story), "treated").personDays())
                .isEqualTo(99);
    }

    @Test
    void theEstimatorOfTheDefinitionIsTheEstimate() {
        Study naive = Study.asking("""
            {id: year, version: 1, kind: event-free-interval, event: {kind: fracture},
             anchor: enrolment, from: P0D, to: P1Y, estimator: naive}
            """);
        Group group = naive.treated(publishedChildren());

        assertThat(group.estimate().asDouble().orElseThrow()).isCloseTo(4.0 / 6, within(1e-12));
        assertThat(naive.figure(publishedChildren()).result().method()).contains("Clopper-Pearson");
    }

    @Test
    void offsetsGoOnceFromTheAnchorByCalendar() {
        Study fourth = Study.asking("""
            {id: leap, version: 1, kind: event-free-interval, event: {kind: fracture},
             anchor: enrolment, from: P4Y, to: P5Y}
            """);
        Story leap = child("SE-001")
                .chose("treated")
                .born("2019-01-01")
                .enrolled("2020-02-29")
                .confirmed("2020-02-29", "2026-01-01")
                .fracture("2024-02-29")
                .fracture("2025-02-28");
        Group group = fourth.treated(leap);

        assertThat(group.events()).isEqualTo(1);
        assertThat(group.personDays()).isEqualTo(365);
    }

    @Test
    void logRankAgainstTheFirstArmAndPOnlyWhereChanceDecided() {
        Story control = child("SE-009")
                .chose("untreated")
                .enrolled("2021-03-01")
                .confirmed("2021-03-01", day(365))
                .fracture(day(30));
        Figure chosen = FIRST_YEAR.figure(
                followed("SE-001", 365), followed("SE-002", 365).fracture(day(200)), control);
        JsonNode test = FigureJson.result(chosen).get("comparisons").get(0);

        assertThat(test.get("group").asText()).isEqualTo("treated");
        assertThat(test.get("reference").asText()).isEqualTo("untreated");
        assertThat(test.get("method").asText()).isEqualTo("log-rank");
        assertThat(test.get("df").asInt()).isEqualTo(1);
        assertThat(test.has("p")).isFalse();
        assertThat(chosen.result().warnings()).anyMatch(warning -> warning.contains("chosen, not randomised"));
    }
}
