package org.trialog.query.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.trialog.query.outcome.Story.child;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trialog.query.outcome.figure.Comparison;
import org.trialog.query.outcome.figure.Figure;
import org.trialog.query.outcome.figure.Group;
import org.trialog.query.outcome.figure.Numbers;
import org.trialog.query.statistics.SurvivalRow;

class TimeToFirstEventTest {

    /** survival::aml: weeks to relapse, a plus for censored, maintained and not. */
    private static final String MAINTAINED = "9 13 13+ 18 23 28+ 31 34 45+ 48 161+";

    private static final String NONMAINTAINED = "5 5 8 8 12 16+ 23 27 30 33 43 45";

    private static final String OUTCOME = """
        {id: relapse, version: 1, kind: time-to-first-event, event: {kind: fracture}, anchor: enrolment,
         compare: [log-rank, cox], tau: P161D, by: %s}
        """;

    private static Story[] aml() {
        List<Story> stories = new ArrayList<>();
        tell(stories, "treated", MAINTAINED);
        tell(stories, "untreated", NONMAINTAINED);
        return stories.toArray(Story[]::new);
    }

    private static void tell(List<Story> stories, String arm, String times) {
        for (String time : times.split(" ")) {
            boolean censored = time.endsWith("+");
            String end = LocalDate.parse("2021-03-01")
                    .plusDays(Integer.parseInt(time.replace("+", "")))
                    .toString();
            Story story = child("%s-%02d".formatted(arm, stories.size()))
                    .randomised(arm, "2021-03-01")
                    .enrolled("2021-03-01")
                    .confirmed("2021-03-01", end);
            stories.add(censored ? story : story.fracture(end));
        }
    }

    @Test
    void amlInOneGroup() {
        JsonNode group = Study.json(Study.asking(OUTCOME.formatted("none")).figure(aml()), "all");
        JsonNode row = null;
        for (JsonNode at : group.get("survival")) {
            row = at.get("time").asInt() == 23 ? at : row;
        }

        assertThat(group.get("estimate").asDouble()).isEqualTo(27);
        assertThat(group.at("/median/lower").asDouble()).isEqualTo(13);
        assertThat(group.at("/median/upper").asDouble()).isEqualTo(34);
        assertThat(row.get("atRisk").asInt()).isEqualTo(13);
        assertThat(row.get("events").asInt()).isEqualTo(2);
        assertThat(row.get("censored").asInt()).isZero();
        assertThat(row.get("estimate").asDouble()).isCloseTo(0.54658385093, within(1e-11));
        assertThat(row.get("standardError").asDouble()).isCloseTo(0.10725064174, within(1e-11));
        assertThat(row.get("lower").asDouble()).isCloseTo(0.319250413971, within(1e-11));
        assertThat(row.get("upper").asDouble()).isCloseTo(0.7264491738, within(1e-10));
    }

    @Test
    void amlByArmWithLogRankRestrictedMeanAndHazardRatio() {
        Figure figure = Study.asking(OUTCOME.formatted("arm")).figure(aml());
        Numbers.FirstEvent maintained =
                (Numbers.FirstEvent) Study.group(figure, "treated").numbers();
        Numbers.FirstEvent not =
                (Numbers.FirstEvent) Study.group(figure, "untreated").numbers();
        Comparison.Test test = figure.result().comparisons().stream()
                .filter(Comparison.Test.class::isInstance)
                .map(Comparison.Test.class::cast)
                .filter(one -> one.group().equals("treated"))
                .findFirst()
                .orElseThrow();

        assertThat(maintained.median().time().asDouble()).hasValue(31);
        assertThat(not.median().time().asDouble()).hasValue(23);
        assertThat(test.statistic().asDouble().orElseThrow()).isCloseTo(3.396388699, within(1e-9));
        assertThat(test.p()).isNotNull();
        assertThat(maintained.restrictedMean().mean().asDouble().orElseThrow()).isCloseTo(52.64545, within(5e-6));
        assertThat(not.restrictedMean().mean().asDouble().orElseThrow()).isCloseTo(22.70833, within(5e-6));
        assertThat(figure.result().comparisons())
                .anySatisfy(comparison -> assertThat(comparison.method()).startsWith("Cox"));
    }

    private static final Study EACH_DOSE = Study.asking(
            "{id: dose, version: 1, kind: time-to-first-event, event: {kind: fracture}, anchor: each-dose}");

    @Test
    void fromEachDoseTheTimeEndsAtTheNext() {
        Story story = child("SE-001")
                .chose("treated")
                .enrolled("2021-01-01")
                .confirmed("2021-01-01", "2021-12-31")
                .doses("2021-03-01", "2021-07-01", "2021-11-01")
                .fracture("2021-03-20")
                .fracture("2021-07-01")
                .fracture("2021-12-01");
        Group group = EACH_DOSE.treated(story);
        Numbers.FirstEvent first = (Numbers.FirstEvent) group.numbers();

        assertThat(group.subjects()).isEqualTo(1);
        assertThat(first.stretches()).isEqualTo(3);
        assertThat(first.survival()).extracting(SurvivalRow::time).containsExactly(0.0, 19.0, 30.0);
        assertThat(group.events()).isEqualTo(3);
        assertThat(EACH_DOSE.figure(story).result().method()).contains("clustered by subject");
        assertThat(first.survival().getFirst().standardError().reason()).isEqualTo("only one subject");
    }

    @Test
    void theDayOfTheNextDoseBelongsToTheNextDose() {
        Story story = child("SE-001")
                .chose("treated")
                .enrolled("2021-01-01")
                .confirmed("2021-01-01", "2021-12-31")
                .doses("2021-03-01", "2021-07-01");
        Numbers.FirstEvent first = (Numbers.FirstEvent) EACH_DOSE.treated(story).numbers();

        assertThat(first.survival()).extracting(SurvivalRow::time).containsExactly(122.0, 183.0);
    }

    @Test
    void whoWasSeenOnDayZeroOnlyIsAtRiskOnThatDayAndHasNoRate() {
        String outcome = "{id: x, version: 1, kind: %s, event: {kind: fracture}, anchor: enrolment}";
        Story once = child("SE-001").chose("treated").enrolled("2021-01-01").confirmed("2020-01-01", "2021-01-01");
        Story broken = child("SE-002")
                .chose("treated")
                .enrolled("2021-01-01")
                .confirmed("2021-01-01", "2021-02-01")
                .fracture("2021-01-01");
        Numbers.FirstEvent first = (Numbers.FirstEvent) Study.asking(outcome.formatted("time-to-first-event"))
                .treated(once, broken)
                .numbers();
        Group rate = Study.asking(outcome.formatted("event-rate")).treated(once, broken);

        assertThat(first.survival().getFirst().atRisk()).isEqualTo(2);
        assertThat(first.survival().getFirst().estimate()).isEqualTo(0.5);
        assertThat(rate.excluded())
                .containsExactly(new Group.Excluded("SE-001", "no confirmed follow-up in the window"));
    }

    @Test
    void deathIsAnEventWhereItIsAskedForAndVitalStatusCounts() {
        Study survival = Study.asking(
                "{id: os, version: 1, kind: time-to-first-event, event: {kind: death}, anchor: enrolment}");
        Story died = child("SE-001")
                .chose("treated")
                .enrolled("2021-01-01")
                .confirmed("2021-01-01", "2021-06-01")
                .died("2021-06-01");
        Group group = survival.treated(died);

        assertThat(group.events()).isEqualTo(1);
        assertThat(group.estimate().asDouble()).hasValue(151);
        assertThat(((Numbers.FirstEvent) group.numbers()).deaths()).isZero();
    }

    @Test
    void aCompositeIsTheFirstOfItsPartsWhereAllOfThemWereAsked() {
        Study composite = Study.asking("""
            {id: survival, version: 1, kind: time-to-first-event, anchor: enrolment,
             event: {kind: composite, of: [{kind: death}, {kind: clinical-event, kinds: [tracheostomy]}]}}
            """);
        Story story = child("SE-001")
                .chose("treated")
                .enrolled("2021-01-01")
                .confirmed("2021-01-01", "2021-06-01")
                .clinicalEvent("2021-02-01", "tracheostomy")
                .clinicalEvent("2021-01-15", "first-steps")
                .died("2021-06-01");

        assertThat(composite.treated(story).estimate().asDouble()).hasValue(31);
        assertThat(Study.counted(composite.figure(story))).hasSize(2);
    }

    @Test
    void theRestrictedMeanRefusesToReachBeyondTheLastFollowUp() {
        Study study = Study.asking("""
            {id: ttf, version: 1, kind: time-to-first-event, event: {kind: fracture}, anchor: enrolment, tau: P1Y}
            """);
        Story story = child("SE-001").chose("treated").enrolled("2021-01-01").confirmed("2021-01-01", "2021-06-01");
        Numbers.FirstEvent first = (Numbers.FirstEvent) study.treated(story).numbers();

        assertThat(first.restrictedMean().tau()).isEqualTo(365.25);
        assertThat(first.restrictedMean().mean().reason()).contains("follow-up ends on day 151");
    }
}
