package org.trialog.query.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.trialog.events.clinical.ArmChange;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.Bone;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.Laterality;
import org.trialog.query.outcome.figure.Comparison;
import org.trialog.query.outcome.figure.Figure;
import org.trialog.query.outcome.figure.FigureJson;
import org.trialog.query.statistics.Estimate;

class RecurrentEventsTest {

    private static final Offset<Double> EXACT = within(1e-12);

    private static Study asking(String keys) {
        return Study.asking("{id: r, version: 1, kind: recurrent-events, event: {kind: fracture}, anchor: enrolment%s}"
                .formatted(keys));
    }

    /** Enrolled on 1 January 2021, which is day 0, and followed to a day of January. */
    private static Story child(String code, String arm, int through) {
        return Story.screened(code)
                .chose(arm)
                .enrolled("2021-01-01")
                .confirmed("2021-01-01", "2021-01-%02d".formatted(through + 1));
    }

    private static Story broke(Story story, int... days) {
        for (int day : days) {
            story.fracture("2021-01-%02d".formatted(day + 1));
        }
        return story;
    }

    /** A has events on days 2 and 5 and dies on day 6, B one on day 4 and is censored on day 8, C dies on day 3. */
    private static Story[] abc() {
        return new Story[] {
            broke(child("A", "treated", 6), 2, 5).died("2021-01-07"),
            broke(child("B", "treated", 8), 4),
            child("C", "treated", 3).died("2021-01-04")
        };
    }

    @Test
    void theMeanCumulativeFunctionTakesDeathAsCensoringAndGhoshLinStandsBeside() {
        Figure figure = asking("").figure(abc());
        JsonNode treated = Study.json(figure, "treated");

        assertThat(treated.get("estimate").asDouble()).isEqualTo(4.0 / 3, EXACT);
        assertThat(treated.at("/estimators/mean-cumulative-function").asDouble())
                .isEqualTo(4.0 / 3, EXACT);
        assertThat(treated.at("/estimators/ghosh-lin").asDouble()).isEqualTo(1, EXACT);
        assertThat(treated.get("deaths").asInt()).isEqualTo(2);
        assertThat(treated.get("day").asInt()).isEqualTo(8);
        assertThat(figure.result().warnings())
                .contains(
                        "treated: 2 died: taken as censoring, as if events would have gone on; Ghosh-Lin stands beside")
                .contains("treated: fewer than 3 at risk at the end: 1");
    }

    @Test
    void withDeathAsTheTerminalEventTheEstimateIsGhoshLins() {
        Figure figure = asking(", terminal: [death]").figure(abc());
        JsonNode treated = Study.json(figure, "treated");

        assertThat(treated.get("estimate").asDouble()).isEqualTo(1, EXACT);
        assertThat(treated.at("/estimatorDetails/ghosh-lin/standardError").asDouble())
                .isEqualTo(0.471404520791032, EXACT);
        assertThat(treated.get("lower").asDouble()).isEqualTo(0.3969535995236826, EXACT);
        assertThat(treated.at("/estimators/mean-cumulative-function").asDouble())
                .isEqualTo(4.0 / 3, EXACT);
        assertThat(figure.result().method()).contains("Ghosh-Lin");
    }

    @Test
    void theTableHasWhoWasAtRiskOnEachDayWithEvents() {
        JsonNode table = Study.json(asking("").figure(abc()), "treated").get("cumulative");

        assertThat(table).hasSize(4);
        assertThat(table.get(1).get("time").asInt()).isEqualTo(4);
        assertThat(table.get(1).get("atRisk").asInt()).isEqualTo(2);
        assertThat(table.get(1).get("events").asInt()).isEqualTo(1);
        assertThat(table.get(1).get("estimate").asDouble()).isEqualTo(1.0 / 3 + 0.5, EXACT);
        assertThat(table.get(1).get("standardError").asDouble()).isEqualTo(0.180020574955774, EXACT);
        assertThat(table.get(1).get("upper").asDouble()).isEqualTo(1.27262163878322, EXACT);
    }

    @Test
    void twoBonesOfOneDayBothCountAndAGapIsNotAtRisk() {
        Story twice = broke(child("A", "treated", 3), 2)
                .fracture("2021-01-03", Bone.TIBIA, Laterality.RIGHT, null)
                .confirmed("2021-01-10", "2021-01-20")
                .fracture("2021-01-06");
        JsonNode treated = Study.json(asking("").figure(twice, child("B", "treated", 30)), "treated");

        assertThat(treated.get("estimate").asDouble()).isEqualTo(1, EXACT);
        assertThat(treated.get("events").asInt()).isEqualTo(2);
        assertThat(treated.at("/subjectsByEvents/2").asInt()).isEqualTo(1);
        assertThat(treated.at("/cumulative/0/events").asInt()).isEqualTo(2);
    }

    @Test
    void whoIsSeenOnOneDayOnlyIsAtRiskOnThatDay() {
        JsonNode treated =
                Study.json(asking("").figure(broke(child("A", "treated", 0), 0), child("B", "treated", 9)), "treated");

        assertThat(treated.get("estimate").asDouble()).isEqualTo(0.5, EXACT);
        assertThat(treated.at("/cumulative/0/atRisk").asInt()).isEqualTo(2);
    }

    @Test
    void aWindowIsReadAtItsEndAndOnlyIfAnybodyWasObservedToIt() {
        Study study = asking(", from: P0D, to: P10D");
        JsonNode reached = Study.json(
                study.figure(broke(child("A", "treated", 20), 2, 10), broke(child("B", "treated", 5), 4)), "treated");
        JsonNode notReached = Study.json(study.figure(broke(child("A", "treated", 8), 2)), "treated");

        assertThat(reached.get("estimate").asDouble()).isEqualTo(1, EXACT);
        assertThat(reached.get("day").asInt()).isEqualTo(10);
        assertThat(reached.at("/cumulativeAt/0/time").asInt()).isEqualTo(10);
        assertThat(notReached.at("/estimate/notEstimable").asText()).isEqualTo("follow-up ends on day 8");
    }

    @Test
    void withoutEventsTheUpperLimitIsPoissonsOfThoseAtRisk() {
        JsonNode treated = Study.json(asking("").figure(child("A", "treated", 9), child("B", "treated", 9)), "treated");

        assertThat(treated.get("estimate").asDouble()).isZero();
        assertThat(treated.get("lower").asDouble()).isZero();
        assertThat(treated.get("upper").asDouble()).isEqualTo(-Math.log(0.025) / 2, EXACT);
    }

    @Test
    void groupsAreComparedByAnAndersenGillModelWhenAskedFor() {
        Story[] stories = {
            broke(child("A", "untreated", 20), 2, 5, 9, 14),
            broke(child("B", "untreated", 25), 3, 8),
            broke(child("C", "treated", 22), 7),
            broke(child("D", "treated", 28), 4, 19),
            child("E", "treated", 10)
        };
        Figure figure = asking(", model: andersen-gill").figure(stories);
        Comparison.Contrast contrast =
                (Comparison.Contrast) figure.result().comparisons().getFirst();

        // coxph(Surv(start, stop, event) ~ treated, cluster = id) over the fourteen rows
        assertThat(contrast.ratio().log().asDouble().orElseThrow()).isEqualTo(-1.01357245748863, within(1e-6));
        assertThat(contrast.ratio().logStandardError().asDouble().orElseThrow())
                .isEqualTo(0.479513519494413, within(1e-6));
        assertThat(contrast.method()).isEqualTo("Andersen-Gill, Efron ties, sandwich by subject");
        assertThat(contrast.p()).as("arms were chosen").isNull();
        assertThat(asking("").figure(stories).result().comparisons()).isEmpty();
    }

    @Test
    void pValuesStandWhereChanceDecided() {
        Figure figure = asking(", model: andersen-gill")
                .figure(
                        randomised(broke(child("A", "untreated", 20), 2, 5), "untreated"),
                        randomised(broke(child("B", "untreated", 20), 9), "untreated"),
                        randomised(broke(child("C", "treated", 20), 7), "treated"),
                        randomised(child("D", "treated", 20), "treated"));

        assertThat(((Comparison.Contrast) figure.result().comparisons().getFirst()).p())
                .isInstanceOf(Estimate.Known.class);
    }

    @Test
    void rule08_whoCrossesArmsIsAtRiskInBothWithSplitTime() {
        Story crossed = broke(child("A", "untreated", 20), 2, 6)
                .fracture("2021-01-13")
                .add(new ArmChange(ClinicalDate.of("2021-01-11"), new ArmId("treated"), "guardians-wish"));
        Figure figure = asking("").figure(crossed, child("B", "untreated", 20), child("C", "treated", 20));

        assertThat(Study.json(figure, "untreated").get("estimate").asDouble()).isEqualTo(1, EXACT);
        assertThat(Study.json(figure, "treated").get("estimate").asDouble()).isEqualTo(0.5, EXACT);
        assertThat(Study.json(figure, "treated").at("/cumulative/0/atRisk").asInt())
                .isEqualTo(2);
        assertThat(figure.result().warnings()).contains("subjects who crossed arms: 1, in both arms with split time");
    }

    @Test
    void aGroupOfNobodySaysSo() {
        Figure figure = asking(", model: andersen-gill").figure(child("A", "treated", 9));

        assertThat(FigureJson.write(figure)).contains("nobody was at risk").doesNotContain("NaN");
    }

    private static Story randomised(Story story, String arm) {
        return story.randomised(arm, "2021-01-01");
    }
}
