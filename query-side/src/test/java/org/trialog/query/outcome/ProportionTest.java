package org.trialog.query.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.trialog.query.outcome.Scales.subject;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trialog.query.outcome.figure.Behind;
import org.trialog.query.outcome.figure.Figure;
import org.trialog.query.outcome.figure.Group;

class ProportionTest {

    private static final Study FRACTURE = Scales.asking("kind: proportion, to: P1Y, of: {event: {kind: fracture}}");
    private static final Study BETTER = Scales.asking("kind: proportion, instrument: scale, visits: [M6],"
            + " of: {responder: {threshold: 10, compares: change}}");
    private static final Study SLOWER =
            Scales.asking("kind: proportion, instrument: scale, of: {responder: {threshold: 1.25}}");

    private static Story treated(String id) {
        return subject(id, "cells");
    }

    private static JsonNode json(Study study, Story... stories) {
        return Study.json(study.figure(stories), "cells");
    }

    private static String share(JsonNode node) {
        return node.get("numerator").asText() + "/" + node.get("denominator").asText();
    }

    private static String of(Study study, Story... stories) {
        return share(json(study, stories).get("share"));
    }

    /** A score that falls by so many points a month before and after day 0. */
    private static Story falling(String id, double before, double after) {
        return treated(id)
                .scored("2020-10-01", Double.toString(50 + before * 92 / 30.4375))
                .scored("2021-01-01", "50")
                .scored("2021-02-01", "50")
                .scored("2021-04-01", Double.toString(50 - after * 59 / 30.4375));
    }

    @Test
    void anEventCountsInTheWindowAndWhoIsNotObservedToItsEndIsUndetermined() {
        Story lost = Story.screened("3")
                .randomised("cells", "2021-01-01")
                .enrolled("2021-01-01")
                .confirmed("2021-01-01", "2021-06-01");
        JsonNode node = json(
                FRACTURE,
                treated("1").fracture("2021-05-01").fracture("2021-06-01"),
                treated("2").fracture("2022-01-01"),
                lost);

        assertThat(share(node.get("share"))).isEqualTo("1/2");
        assertThat(node.get("events").asInt()).isEqualTo(1);
        assertThat(share(node.get("bounds").get("undeterminedAsNo"))).isEqualTo("1/3");
        assertThat(share(node.get("bounds").get("undeterminedAsYes"))).isEqualTo("2/3");
        assertThat(node.get("undetermined").get(0).get("subject").asText()).isEqualTo("3");
        assertThat(node.get("undetermined").get(0).get("reason").asText())
                .isEqualTo("no event, and not observed to the end of the window");
    }

    @Test
    void theEndOfTheWindowIsReachedWithinTheVisitTolerance() {
        Story almost = Story.screened("1")
                .randomised("cells", "2021-01-01")
                .enrolled("2021-01-01")
                .confirmed("2021-01-01", "2021-12-18");
        Story short_ = Story.screened("1")
                .randomised("cells", "2021-01-01")
                .enrolled("2021-01-01")
                .confirmed("2021-01-01", "2021-12-17");

        assertThat(of(FRACTURE, almost)).isEqualTo("0/1");
        assertThat(of(FRACTURE, short_)).isEqualTo("0/0");
    }

    @Test
    void noneOfFourIsShownHonestly() {
        List<Story> women = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            women.add(treated(Integer.toString(i)));
        }
        Group group = Study.group(FRACTURE.figure(women.toArray(Story[]::new)), "cells");

        assertThat(group.estimate().asDouble()).hasValue(0);
        assertThat(group.lower().asDouble()).hasValue(0);
        assertThat(group.upper().asDouble().orElseThrow()).isCloseTo(0.6023646356, within(1e-9));
    }

    @Test
    void whoGotBetterByTheThresholdResponded() {
        assertThat(of(
                        BETTER,
                        treated("1").scored("2021-01-01", "20").scored("2021-07-01", "30"),
                        treated("2").scored("2021-01-01", "20").scored("2021-07-01", "29.9"),
                        treated("3").scored("2021-01-01", "20").scored("2021-07-01", "10")))
                .isEqualTo("1/3");
    }

    @Test
    void betterIsTheWayOfTheInstrument() {
        Study lower = Scales.lowerBetter("kind: proportion, instrument: scale, visits: [M6],"
                + " of: {responder: {threshold: 10, compares: change}}");

        assertThat(of(
                        lower,
                        treated("1").scored("2021-01-01", "20").scored("2021-07-01", "30"),
                        treated("2").scored("2021-01-01", "20").scored("2021-07-01", "10")))
                .isEqualTo("1/2");
        assertThat(of(
                        Scales.asking(
                                "kind: proportion, measurement: pain, visits: [M6], of: {responder: {threshold: 2,"
                                        + " compares: change, direction: lower-better}}"),
                        treated("1").measured("2021-01-01", "7", "cm", null).measured("2021-07-01", "3", "cm", null)))
                .isEqualTo("1/1");
    }

    @Test
    void whoDiedBeforeTheVisitDidNotRespondAndWhoeverElseHasNoValueIsUndetermined() {
        JsonNode node = json(
                BETTER,
                treated("1").scored("2021-01-01", "20").scored("2021-07-01", "30"),
                treated("2").scored("2021-01-01", "20").died("2021-05-01"),
                treated("3").scored("2021-01-01", "20"),
                treated("4").scored("2021-07-01", "30"));

        assertThat(share(node.get("share"))).isEqualTo("1/2");
        assertThat(node.get("undetermined"))
                .extracting(one -> one.get("reason").asText())
                .containsExactly("no value at the visit", "no value on or before day 0");
        assertThat(share(node.get("bounds").get("undeterminedAsYes"))).isEqualTo("3/4");
    }

    @Test
    void aResponderOfAlsLosesAtLeastOneAndAQuarterPointsAMonthLess() {
        JsonNode node = json(
                SLOWER,
                falling("1", 2, 0.75),
                falling("2", 2, 0.76),
                falling("3", 2, 0.5),
                falling("4", 2, 0).died("2022-05-01"),
                treated("5").scored("2021-01-01", "40").scored("2021-02-01", "39"));

        assertThat(share(node.get("share"))).isEqualTo("2/4");
        assertThat(node.get("undetermined").get(0).get("reason").asText())
                .isEqualTo("fewer than two values before day 0");
    }

    @Test
    void aDeathAfterTheWindowOfASlopeTakesNothingBack() {
        Study window =
                Scales.asking("kind: proportion, instrument: scale, to: P1Y, of: {responder: {threshold: 1.25}}");

        assertThat(of(
                        window,
                        falling("1", 2, 0).died("2022-05-01"),
                        falling("2", 2, 0).died("2021-12-31")))
                .isEqualTo("1/2");
    }

    @Test
    void theResponderOfAScoreChangeIsTheSameShare() {
        Study change =
                Scales.asking("kind: score-change, instrument: scale, method: responder, responder: {threshold: 1.25}");

        assertThat(of(change, falling("1", 2, 0.75), falling("2", 2, 0.76))).isEqualTo("1/2");
    }

    @Test
    void aCovariateIsTakenAsAtDayZero() {
        Study bulbar = Scales.asking("kind: proportion, of: {covariate: onset, value: bulbar}");
        Story[] stories = {
            treated("1").covariate("onset", "bulbar", "2020-01-01"),
            treated("2").covariate("onset", "spinal", "2020-01-01").covariate("onset", "bulbar", "2021-01-02"),
            treated("3").covariate("onset", "bulbar", "2021-01-02")
        };

        assertThat(of(bulbar, stories)).isEqualTo("1/2");
        assertThat(of(Scales.asking("kind: proportion, of: {covariate: onset}"), stories))
                .isEqualTo("2/3");
    }

    @Test
    void whatTheShareRestsOnStandsBehindIt() {
        Figure figure = BETTER.figure(treated("1").scored("2021-01-01", "20").scored("2021-07-01", "30"));

        assertThat(Study.counted(figure)).extracting(Behind.Counted::window).containsExactly("baseline", "M6");
        assertThat(Study.counted(FRACTURE.figure(treated("1").fracture("2021-05-01"))))
                .extracting(Behind.Counted::records)
                .containsExactly(List.of("fracture-5"));
    }

    @Test
    void nobodyInAGroupGivesNoShare() {
        assertThat(json(FRACTURE).get("estimate").get("notEstimable").asText()).isEqualTo("no subjects");
    }
}
