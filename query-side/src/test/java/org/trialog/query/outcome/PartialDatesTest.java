package org.trialog.query.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.query.outcome.Story.child;

import org.junit.jupiter.api.Test;
import org.trialog.query.outcome.figure.Behind;
import org.trialog.query.outcome.figure.Figure;
import org.trialog.query.outcome.figure.Group;

class PartialDatesTest {

    private static Study placing(String rule) {
        return Study.asking("""
            {id: rate, version: 1, kind: event-rate, anchor: enrolment, from: P0D, to: P1Y,
             event: {kind: fracture, partialDates: %s}}
            """.formatted(rule));
    }

    private static Story treated() {
        return child("SE-001")
                .chose("treated")
                .born("2020-06-10")
                .enrolled("2021-01-01")
                .confirmed("2020-06-10", "2021-11-20");
    }

    private static String placed(String rule, Story story) {
        return Study.counted(placing(rule).figure(story))
                .findFirst()
                .map(counted -> counted.placed().toString())
                .orElse("nowhere");
    }

    @Test
    void eachRulePlacesADateInItsInterval() {
        Story story = treated().fracture("2021-02-10/2021-02-15");

        assertThat(placed("earliest", story)).isEqualTo("2021-02-10");
        assertThat(placed("latest", story)).isEqualTo("2021-02-15");
        assertThat(placed("midpoint", story)).isEqualTo("2021-02-12");
        assertThat(placed("exclude", story)).isEqualTo("nowhere");
    }

    @Test
    void earliestIsTheRuleUnlessSaid() {
        Study unsaid =
                Study.asking("{id: rate, version: 1, kind: event-rate, anchor: enrolment, event: {kind: fracture}}");

        assertThat(Study.counted(unsaid.figure(treated().fracture("2021-02")))
                        .findFirst()
                        .orElseThrow()
                        .placed())
                .isEqualTo("2021-02-01");
    }

    @Test
    void birthDeathAndTheEndOfFollowUpBoundTheInterval() {
        assertThat(placed("latest", treated().fracture("2021"))).isEqualTo("2021-11-20");
        assertThat(placed("latest", treated().fracture("2021").died("2021-05-03")))
                .isEqualTo("2021-05-03");
        Study fromBirth =
                Study.asking("{id: rate, version: 1, kind: event-rate, anchor: birth, event: {kind: fracture}}");

        assertThat(Study.counted(fromBirth.figure(treated().fracture("2020")))
                        .findFirst()
                        .orElseThrow()
                        .placed())
                .isEqualTo("2020-06-10");
    }

    @Test
    void theLastContactAtWhichNothingHadHappenedBoundsTheInterval() {
        Story story = child("SE-001")
                .chose("treated")
                .enrolled("2021-01-01")
                .nothingHappened("2021-01-01", "2021-03-10")
                .confirmed("2021-03-10", "2021-09-02")
                .nothingHappened("2021-09-02", "2021-12-01")
                .fracture("2021-01-15/2021-08-01");

        assertThat(placed("earliest", story)).isEqualTo("2021-03-10");
    }

    @Test
    void anIntervalWithoutADayLeftIsLeftOutAndListed() {
        Figure figure = placing("earliest").figure(treated().fracture("2022"));

        assertThat(Study.group(figure, "treated").events()).isZero();
        assertThat(Study.notCounted(figure))
                .extracting(Behind.NotCounted::reason)
                .first()
                .asString()
                .startsWith("no day is left");
    }

    @Test
    void anUndatedEventIsNeitherBeforeNorAfter() {
        Figure figure = placing("earliest").figure(treated().fracture("unknown"));

        assertThat(Study.group(figure, "treated").events()).isZero();
        assertThat(Study.notCounted(figure))
                .extracting(Behind.NotCounted::reason)
                .containsExactly("undated: neither before nor after");
    }

    @Test
    void theRangeOverAllPlacementsIsTheLeastAndTheGreatestCount() {
        Group group = placing("earliest")
                .treated(treated()
                        .fracture("2020-12-20/2021-01-10")
                        .fracture("2021-03")
                        .fracture("2021-04-01"));

        assertThat(group.events()).isEqualTo(2);
        assertThat(group.range()).isEqualTo(new Group.Range(2, 3));
    }

    @Test
    void onlyFirstEventsStandInTheRangeOfATimeToTheFirst() {
        Study first = Study.asking(
                "{id: t, version: 1, kind: time-to-first-event, anchor: enrolment, event: {kind: fracture}}");
        Group group = first.treated(
                treated().fracture("2021-03").fracture("2021-05-01").fracture("2021-06-01"));

        assertThat(group.events()).isEqualTo(1);
        assertThat(group.range()).isEqualTo(new Group.Range(1, 1));
    }

    @Test
    void excludedDatesStandInTheRange() {
        assertThat(placing("exclude").treated(treated().fracture("2021-03")).range())
                .isEqualTo(new Group.Range(0, 1));
    }

    @Test
    void theEstimateAtBothEndsIsItsSensitivity() {
        Group group = placing("midpoint").treated(treated().fracture("2020-12-20/2021-01-10"));

        assertThat(group.sensitivity().earliest().asDouble()).hasValue(0);
        assertThat(group.sensitivity().latest().asDouble().orElseThrow()).isPositive();
        assertThat(placing("midpoint").treated(treated()).sensitivity()).isNull();
    }

    @Test
    void aPlacedDateIsSaid() {
        assertThat(placing("earliest")
                        .figure(treated().fracture("2021-03"))
                        .result()
                        .warnings())
                .contains("events with a partial date: 1 counted, of 1 at any time, placed by the rule earliest");
    }

    @Test
    void aPlacedDateOutsideTheWindowIsSaidToBeThere() {
        Study year = Study.asking(
                "{id: r, version: 1, kind: event-rate, anchor: enrolment, to: P1Y," + " event: {kind: fracture}}");

        assertThat(year.figure(treated().fracture("2021-03").fracture("2023-03"))
                        .result()
                        .warnings())
                .contains("events with a partial date: 1 counted, of 2 at any time, placed by the rule earliest");
    }
}
