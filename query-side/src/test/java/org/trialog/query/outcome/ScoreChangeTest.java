package org.trialog.query.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.trialog.query.outcome.Scales.subject;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trialog.query.outcome.figure.Behind;
import org.trialog.query.outcome.figure.Figure;
import org.trialog.query.outcome.figure.FigureJson;
import org.trialog.query.outcome.figure.Group;

class ScoreChangeTest {

    private static final Study CHANGE = Scales.asking("kind: score-change, instrument: scale, visits: [M3, M6]");
    private static final Study SLOPE = Scales.asking("kind: score-change, instrument: scale, method: slope");

    private static Story treated(String id) {
        return subject(id, "cells");
    }

    private static Story placebo(String id) {
        return subject(id, "placebo");
    }

    private static double estimate(Study study, Story... stories) {
        return Study.group(study.figure(stories), "cells").estimate().asDouble().orElseThrow();
    }

    private static JsonNode visit(Figure figure, String visit) {
        for (JsonNode at : Study.json(figure, "cells").get("visits")) {
            if (at.get("visit").asText().equals(visit)) {
                return at;
            }
        }
        throw new AssertionError("no visit " + visit);
    }

    @Test
    void theChangeIsFromTheLastValueOnOrBeforeDayZero() {
        Story story = treated("1")
                .scored("2020-11-01", "10")
                .scored("2021-01-01", "20")
                .scored("2021-01-02", "30")
                .scored("2021-07-01", "50");

        assertThat(estimate(CHANGE, story)).isEqualTo(30);
    }

    @Test
    void atAVisitTheValueThatWasTakenThereCountsEvenIfAnotherIsNearerToThePlannedDay() {
        Story story = treated("1")
                .scored("2021-01-01", "20")
                .visit("M6", "2021-07-20")
                .scoredAtVisit("2021-07-20", "45")
                .scored("2021-07-01", "50");

        assertThat(estimate(CHANGE, story)).isEqualTo(25);
    }

    @Test
    void withoutOneTheNearestWithinTheWindowCountsAndOfTwoAsNearTheEarlier() {
        Story base = treated("1")
                .scored("2021-01-01", "20")
                .scored("2021-07-04", "40")
                .scored("2021-06-28", "30");

        assertThat(estimate(CHANGE, base)).isEqualTo(10);
        assertThat(estimate(CHANGE, base.scored("2021-07-02", "33"))).isEqualTo(13);
    }

    @Test
    void theWindowIsOfWholeDaysBothIncluded() {
        assertThat(estimate(CHANGE, treated("1").scored("2021-01-01", "20").scored("2021-07-15", "40")))
                .isEqualTo(20);
        Figure late = CHANGE.figure(treated("1").scored("2021-01-01", "20").scored("2021-07-16", "40"));

        assertThat(Study.group(late, "cells").excluded())
                .containsExactly(new Group.Excluded("1", "no value at any of the visits"));
    }

    @Test
    void aValueOfAnUnscheduledOrAnotherPlannedVisitNeverStandsIn() {
        Figure figure = CHANGE.figure(treated("1")
                .scored("2021-01-01", "20")
                .visit(null, "2021-07-01")
                .scoredAtVisit("2021-07-01", "40")
                .visit("M3", "2021-07-02")
                .scoredAtVisit("2021-07-02", "50"));

        assertThat(visit(figure, "M3").get("change").get("mean").asDouble()).isEqualTo(30);
        assertThat(visit(figure, "M6").get("change").get("n").asInt()).isZero();
        assertThat(visit(figure, "M6").get("missing").get(0).get("reason").asText())
                .isEqualTo("no value at the visit");
    }

    @Test
    void whoHasNoValueSaysWhy() {
        Figure figure = CHANGE.figure(
                "2021-05-01",
                treated("1").scored("2021-04-01", "10"),
                treated("2").scored("2021-01-01", "20").scored("2021-04-01", "10"),
                treated("3")
                        .scored("2021-01-01", "20")
                        .scored("2021-04-01", "10")
                        .died("2021-04-20"));

        assertThat(Study.group(figure, "cells").excluded())
                .containsExactly(new Group.Excluded("1", "no value on or before day 0"));
        assertThat(visit(figure, "M6").get("missing"))
                .extracting(one -> one.get("reason").asText())
                .containsExactly("not due by the cut-off", "died before the visit");
    }

    @Test
    void byVisitAndArmCountMeanDeviationAndIntervalAreThoseOfStudent() {
        Figure figure = CHANGE.figure(
                treated("1").scored("2021-01-01", "20").scored("2021-07-01", "24"),
                treated("2").scored("2021-01-01", "10").scored("2021-07-01", "12"),
                treated("3").scored("2021-01-01", "30").scored("2021-07-01", "39"),
                placebo("4").scored("2021-01-01", "10").scored("2021-07-01", "11"),
                placebo("5").scored("2021-01-01", "15").scored("2021-07-01", "13"));
        Group group = Study.group(figure, "cells");
        JsonNode change = visit(figure, "M6").get("change");

        // R: t.test(c(4, 2, 9)); t.test(c(4, 2, 9), c(1, -2))
        assertThat(change.get("n").asInt()).isEqualTo(3);
        assertThat(change.get("standardDeviation").asDouble()).isCloseTo(3.60555127546399, within(1e-12));
        assertThat(group.estimate().asDouble()).hasValue(5);
        assertThat(group.lower().asDouble().orElseThrow()).isCloseTo(-3.9566858950296, within(1e-9));
        assertThat(group.upper().asDouble().orElseThrow()).isCloseTo(13.9566858950296, within(1e-9));
        JsonNode difference = FigureJson.result(figure).get("comparisons").get(1);
        assertThat(difference.get("visit").asText()).isEqualTo("M6");
        assertThat(difference.get("n").asInt()).isEqualTo(5);
        assertThat(difference.get("estimate").asDouble()).isEqualTo(5.5);
        assertThat(difference.get("df").asDouble()).isCloseTo(2.999038923594426, within(1e-9));
        assertThat(difference.get("p").asDouble()).isCloseTo(0.121470483677552, within(1e-9));
        assertThat(difference.get("standardised").has("estimate")).isTrue();
    }

    @Test
    void ancovaAdjustsForBaselineAndSaysHowManyAreInTheModel() {
        Study ancova = Scales.asking("kind: score-change, instrument: scale, visits: [M6], method: ancova");
        Figure figure = ancova.figure(
                treated("1").scored("2021-01-01", "20").scored("2021-07-01", "24"),
                treated("2").scored("2021-01-01", "10").scored("2021-07-01", "12"),
                treated("3").scored("2021-01-01", "30").scored("2021-07-01", "39"),
                placebo("4").scored("2021-01-01", "10").scored("2021-07-01", "11"),
                placebo("5").scored("2021-01-01", "15").scored("2021-07-01", "13"),
                placebo("6").scored("2021-01-01", "15"));
        JsonNode difference = FigureJson.result(figure).get("comparisons").get(0);

        // R: lm(c(11, 13, 24, 12, 39) ~ c(10, 15, 20, 10, 30) + c(0, 0, 1, 1, 1))
        assertThat(difference.get("n").asInt()).isEqualTo(5);
        assertThat(difference.get("df").asInt()).isEqualTo(2);
        assertThat(difference.get("estimate").asDouble()).isCloseTo(3.29411764705883, within(1e-9));
        assertThat(difference.get("standardError").asDouble()).isCloseTo(2.579307239592992, within(1e-9));
    }

    @Test
    void aGroupWithoutValuesHasNoDifferenceAndTheOthersStand() {
        Figure figure = CHANGE.figure(
                treated("1").scored("2021-01-01", "20").scored("2021-07-01", "24"),
                treated("2").scored("2021-01-01", "20").scored("2021-07-01", "25"));

        assertThat(FigureJson.result(figure)
                        .get("comparisons")
                        .get(1)
                        .get("estimate")
                        .get("notEstimable")
                        .asText())
                .isEqualTo("no values on one side");
        assertThat(Study.group(figure, "cells").estimate().asDouble()).hasValue(4.5);
    }

    @Test
    void theSlopeIsThatAfterDayZeroMinusThatBefore() {
        Story story = treated("1")
                .scored("2020-10-01", "48")
                .scored("2020-11-01", "45")
                .scored("2021-01-01", "42")
                .scored("2021-02-01", "41")
                .scored("2021-03-01", "40");

        // R: months of 30.4375 days; coef(lm(c(48,45,42) ~ c(-92,-61,0)))[2], coef(lm(c(41,40) ~ c(31,59)))[2]
        assertThat(estimate(SLOPE, story)).isCloseTo(0.830050490643558, within(1e-9));
        JsonNode one =
                Study.json(SLOPE.figure(story), "cells").get("perSubject").get(0);
        assertThat(one.get("valuesBefore").asInt()).isEqualTo(3);
        assertThat(one.get("valuesAfter").asInt()).isEqualTo(2);
    }

    @Test
    void aSlopeNeedsTwoValuesOnEachSide() {
        Figure figure = SLOPE.figure(
                treated("1")
                        .scored("2020-12-01", "48")
                        .scored("2021-02-01", "41")
                        .scored("2021-03-01", "40"),
                treated("2")
                        .scored("2020-11-01", "48")
                        .scored("2021-01-01", "41")
                        .scored("2021-03-01", "40"));

        assertThat(Study.group(figure, "cells").excluded())
                .containsExactly(
                        new Group.Excluded("1", "fewer than two values before day 0"),
                        new Group.Excluded("2", "fewer than two values after day 0"));
    }

    @Test
    void theWindowOfASlopeIsHalfOpen() {
        Study window = Scales.asking("kind: score-change, instrument: scale, method: slope, from: P-2M, to: P3M");
        Story story = treated("1")
                .scored("2020-10-31", "90")
                .scored("2020-11-01", "45")
                .scored("2021-01-01", "45")
                .scored("2021-02-01", "45")
                .scored("2021-03-01", "45")
                .scored("2021-04-01", "0");

        assertThat(estimate(window, story)).isZero();
    }

    @Test
    void anItemOrASubscaleIsReadInPlaceOfTheTotalAndAnAlternativeAnswersItsQuestion() {
        Story story = treated("1")
                .answered("2021-01-01", Map.of("4", 1, "5a", 1, "6", 1))
                .answered("2021-07-01", Map.of("4", 2, "5b", 4, "6", 0));

        assertThat(estimate(Scales.asking("kind: score-change, instrument: items, visits: [M6]"), story))
                .isEqualTo(3);
        assertThat(estimate(Scales.asking("kind: score-change, instrument: items, item: '4', visits: [M6]"), story))
                .isEqualTo(1);
        assertThat(estimate(
                        Scales.asking("kind: score-change, instrument: items, subscale: fine-motor, visits: [M6]"),
                        story))
                .isEqualTo(4);
    }

    @Test
    void unitsAreNeverMixed() {
        Study pain = Scales.asking("kind: score-change, measurement: pain, visits: [M6]");
        Figure figure = pain.figure(treated("1")
                .measured("2021-01-01", "7", "cm", null)
                .measured("2021-07-01", "3", "cm", null)
                .measured("2021-07-02", "30", "mm", null));

        assertThat(Study.group(figure, "cells").estimate().asDouble()).hasValue(-4);
        assertThat(Study.notCounted(figure))
                .extracting(Behind.NotCounted::reason)
                .contains("in mm, not in cm");
        assertThat(figure.result().warnings()).contains("cells: values that are not used: 1 in mm, not in cm");
    }

    @Test
    void aMeasurementIsReadAtItsPlaceOnly() {
        Study hip = Scales.asking("kind: score-change, measurement: pain, location: hip, visits: [M6]");

        assertThat(estimate(
                        hip,
                        treated("1")
                                .measured("2021-01-01", "7", "cm", "hip")
                                .measured("2021-07-01", "3", "cm", "hip")
                                .measured("2021-07-01", "1", "cm", "knee")))
                .isEqualTo(-4);
    }

    @Test
    void anotherVersionOfTheInstrumentIsAnotherScale() {
        Figure figure = CHANGE.figure(treated("1")
                .scored("2021-01-01", "20")
                .scoredByVersion("2", "2021-07-01", "99")
                .scored("2021-07-10", "25"));

        assertThat(Study.group(figure, "cells").estimate().asDouble()).hasValue(5);
        assertThat(Study.notCounted(figure))
                .extracting(Behind.NotCounted::reason)
                .containsExactly("version 2 of the instrument, not the protocol's");
    }

    @Test
    void aPartialDateIsPlacedByTheRuleAndTheSensitivityIsShown() {
        Story story =
                treated("1").scored("2021-01-01", "20").scored("2021-01", "30").scored("2021-07-01", "40");
        Study latest = Scales.asking("kind: score-change, instrument: scale, visits: [M6], partialDates: latest");
        Study excluded = Scales.asking("kind: score-change, instrument: scale, visits: [M6], partialDates: exclude");

        assertThat(estimate(CHANGE, story)).isEqualTo(10);
        assertThat(estimate(latest, story)).isEqualTo(20);
        assertThat(estimate(excluded, story)).isEqualTo(20);
        Group.Sensitivity sensitivity =
                Study.group(CHANGE.figure(story), "cells").sensitivity();
        assertThat(sensitivity).isNotNull();
        assertThat(sensitivity.earliest().asDouble()).hasValue(10);
        assertThat(sensitivity.latest().asDouble()).hasValue(20);
        assertThat(CHANGE.figure(story).result().warnings())
                .contains("cells: values with a partial date: 1, placed by the rule earliest");
    }

    @Test
    void aPartialDateMeansNoDayAfterDeath() {
        Study latest = Scales.asking("kind: score-change, instrument: scale, visits: [M6], partialDates: latest");

        assertThat(estimate(
                        latest,
                        treated("1")
                                .scored("2021-01-01", "20")
                                .scored("2021-07", "40")
                                .died("2021-07-10")))
                .isEqualTo(20);
    }

    @Test
    void theRecordsAndPositionsOfTheValuesUsedStandBehindTheFigure() {
        Figure figure = CHANGE.figure(treated("1")
                .scored("2020-12-01", "10")
                .scored("2021-01-01", "20")
                .scored("2021-04-01", "30")
                .scored("2021-07-01", "40"));

        assertThat(Study.counted(figure))
                .extracting(Behind.Counted::records, Behind.Counted::placed, Behind.Counted::window)
                .containsExactly(
                        tuple(List.of("assessment-6"), LocalDate.parse("2021-01-01"), "baseline"),
                        tuple(List.of("assessment-7"), LocalDate.parse("2021-04-01"), "M3"),
                        tuple(List.of("assessment-8"), LocalDate.parse("2021-07-01"), "M6"));
        assertThat(Study.counted(figure))
                .allSatisfy(counted -> assertThat(counted.positions()).hasSize(1));
        assertThat(Study.notCounted(figure))
                .extracting(Behind.NotCounted::record)
                .containsExactly("assessment-5");
    }

    @Test
    void aDefinitionTriedOnAProtocolWithoutItsNamesIsRefused() {
        Study unknown = Scales.asking("kind: score-change, instrument: womac, visits: [M9]");

        assertThatThrownBy(() -> unknown.figure(treated("1")))
                .isInstanceOfSatisfying(OutcomeRefused.class, refused -> assertThat(refused.code())
                        .isEqualTo("outcome-definition-unknown-name"))
                .hasMessageContaining("'womac' is no instrument")
                .hasMessageContaining("'M9' is no planned visit");
    }
}
