package org.trialog.query.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.trialog.query.outcome.figure.Behind;
import org.trialog.query.outcome.figure.Figure;
import org.trialog.query.outcome.figure.Group;

class ObservedExpectedTest {

    private static final String OF = "kind: observed-expected, prediction: {model: ENCALS}, ";
    private static final Study DEATH = Scales.asking(OF + "terminal: [death]");
    private static final Study LAW = Scales.asking(OF + "terminal: [death], expected: {law: exponential}");

    private static Story patient(String id) {
        return Story.screened(id).randomised("cells", "2021-01-01").enrolled("2021-01-01");
    }

    /** Followed from enrolment on, which is the origin. */
    private static Story followed(String id, String through, String months) {
        return patient(id)
                .confirmed("2021-01-01", through)
                .predicted("2021-01-01", "ENCALS", "1", months, "months", "enrolment");
    }

    private static JsonNode json(Study study, Story... stories) {
        return Study.json(study.figure(stories), "cells");
    }

    private static String share(JsonNode node) {
        return node.get("numerator").asText() + "/" + node.get("denominator").asText();
    }

    @Test
    void aMonthOfAPredictionIs30_4375Days() {
        JsonNode node = json(DEATH, followed("1", "2023-01-01", "24").died("2023-01-01"));

        assertThat(node.get("perSubject").get(0).get("observedDays").asInt()).isEqualTo(730);
        assertThat(node.get("perSubject").get(0).get("predictedDays").asDouble())
                .isEqualTo(730.5);
        assertThat(node.get("perSubject").get(0).get("beyond").asText()).isEqualTo("no");
        assertThat(node.get("estimate").asDouble()).isCloseTo(-0.5 / 30.4375, within(1e-12));
        assertThat(node.get("lower").get("notEstimable").asText()).isEqualTo("one value has no spread");
    }

    @Test
    void otherUnitsOfTimeAreTurnedIntoDays() {
        Story story = patient("1")
                .confirmed("2021-01-01", "2023-01-01")
                .predicted("2021-01-01", "ENCALS", "1", "2", "years", "enrolment");

        assertThat(json(DEATH, story)
                        .get("perSubject")
                        .get(0)
                        .get("predictedDays")
                        .asDouble())
                .isEqualTo(730.5);
    }

    @Test
    void withPeopleAliveTheMeanIsALowerBoundAndTheShareBeyondHasBounds() {
        Figure figure = DEATH.figure(
                followed("1", "2022-01-01", "6").died("2022-01-01"),
                followed("2", "2022-01-01", "36").died("2022-01-01"),
                followed("3", "2022-01-01", "6"),
                followed("4", "2022-01-01", "36"));
        JsonNode node = Study.json(figure, "cells");

        assertThat(node.get("alive").asInt()).isEqualTo(2);
        assertThat(figure.result().warnings())
                .contains("cells: lower bound: 2 of 4 without the end when last seen; the mean observed time and the"
                        + " mean difference are at least this");
        assertThat(share(node.get("beyondPrediction").get("undeterminedAsNo"))).isEqualTo("2/4");
        assertThat(share(node.get("beyondPrediction").get("undeterminedAsYes"))).isEqualTo("3/4");
        assertThat(node.get("observedMonths").get("mean").asDouble()).isCloseTo(365 / 30.4375, within(1e-12));
        assertThat(node.get("predictedMonths").get("standardDeviation").asDouble())
                .isCloseTo(Math.sqrt(300), within(1e-12));
        assertThat(node.get("kaplanMeier").get("median").get("estimate").asDouble())
                .isEqualTo(365);
        assertThat(node.get("kaplanMeier").get("restrictedMean").has("tau")).isTrue();
    }

    @Test
    void theEndIsWhicheverOfTheDeclaredEndsComesFirst() {
        Study composite = Scales.asking(OF + "terminal: [death, tracheostomy]");
        Story story = followed("1", "2023-01-01", "24")
                .clinicalEvent("2021-12-31", "tracheostomy")
                .died("2022-06-01");

        assertThat(json(composite, story)
                        .get("perSubject")
                        .get(0)
                        .get("observedDays")
                        .asInt())
                .isEqualTo(364);
        assertThat(json(DEATH, story)
                        .get("perSubject")
                        .get(0)
                        .get("observedDays")
                        .asInt())
                .isEqualTo(516);
    }

    @Test
    void observedOverExpectedCountsFromEntryOnConfirmedTimeOnly() {
        Story late = patient("1")
                .confirmed("2021-04-11", "2022-02-05")
                .predicted("2021-01-01", "ENCALS", "1", "300", "days", "enrolment")
                .died("2022-02-05");
        JsonNode ratio = json(LAW, late).get("observedExpected");

        assertThat(ratio.get("observed").asInt()).isEqualTo(1);
        assertThat(ratio.get("expected").asDouble()).isCloseTo(Math.log(2) * (400 - 100) / 300, within(1e-12));
        assertThat(ratio.get("estimate").asDouble()).isCloseTo(1 / Math.log(2), within(1e-12));
    }

    @Test
    void withoutALawThereIsNoObservedOverExpected() {
        assertThat(json(DEATH, followed("1", "2022-01-01", "6")).has("observedExpected"))
                .isFalse();
    }

    @Test
    void anEnteredCurveCountsNeitherTimeNorEndsBeyondItsLastPoint() {
        Study curve = Scales.asking(OF + "terminal: [death], expected: {curve: [{at: P1Y, share: 0.5}]}");
        Figure figure = curve.figure(
                followed("1", "2022-12-31", "6").died("2022-12-31"),
                followed("2", "2021-07-02", "6").died("2021-07-02"));
        JsonNode ratio = Study.json(figure, "cells").get("observedExpected");

        assertThat(ratio.get("observed").asInt()).isEqualTo(1);
        assertThat(ratio.get("expected").asDouble()).isCloseTo(Math.log(2) * (1 + 182 / 365.25), within(1e-12));
        assertThat(figure.result().warnings())
                .contains(
                        "cells: observed over expected counts to the end of the entered curve; followed beyond it: 1");
    }

    @Test
    void whoHasNoPredictionThatFitsIsLeftOutAndSaysWhy() {
        Study version =
                Scales.asking("kind: observed-expected, prediction: {model: ENCALS, version: '2'}, terminal: [death]");
        Figure figure = DEATH.figure(
                patient("1").confirmed("2021-01-01", "2022-01-01"),
                patient("2")
                        .confirmed("2021-01-01", "2022-01-01")
                        .predicted("2020-01-01", "ENCALS", "1", "24", "months", "diagnosis"),
                patient("3").predicted("2021-01-01", "ENCALS", "1", "24", "months", "enrolment"));

        assertThat(Study.group(figure, "cells").excluded())
                .containsExactly(
                        new Group.Excluded("1", "no prediction of the model"),
                        new Group.Excluded("2", "the prediction counts from diagnosis"),
                        new Group.Excluded("3", "no confirmed follow-up"));
        assertThat(Study.group(version.figure(followed("1", "2022-01-01", "6")), "cells")
                        .excluded())
                .containsExactly(new Group.Excluded("1", "no prediction of the model"));
    }

    @Test
    void ofSeveralPredictionsTheFirstOneMadeCounts() {
        Story story = patient("1")
                .confirmed("2021-01-01", "2023-01-01")
                .predicted("2021-06-01", "ENCALS", "1", "99", "days", "enrolment")
                .predicted("2021-01-05", "ENCALS", "1", "50", "days", "enrolment");
        Figure figure = DEATH.figure(story.died("2023-01-01"));

        assertThat(Study.json(figure, "cells")
                        .get("perSubject")
                        .get(0)
                        .get("predictedDays")
                        .asDouble())
                .isEqualTo(50);
        assertThat(Study.counted(figure)).extracting(Behind.Counted::window).containsExactly("prediction", "window");
    }
}
