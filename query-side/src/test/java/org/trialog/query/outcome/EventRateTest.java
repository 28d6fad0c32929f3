package org.trialog.query.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.trialog.query.outcome.Story.child;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trialog.events.value.Bone;
import org.trialog.events.value.Laterality;
import org.trialog.query.outcome.figure.Comparison;
import org.trialog.query.outcome.figure.Figure;
import org.trialog.query.outcome.figure.FigureJson;
import org.trialog.query.outcome.figure.Group;
import org.trialog.query.outcome.figure.Numbers;

class EventRateTest {

    private static final Offset<Double> PUBLISHED = within(5e-7);
    private static final Study RATE =
            Study.asking("{id: rate, version: 1, kind: event-rate, event: {kind: fracture}, anchor: enrolment}");

    private static final int[] BEFORE = {6, 4, 9, 3, 5, 7, 2, 8, 4, 6, 5, 3, 10, 4, 5, 6, 4, 7};
    private static final int[] AFTER = {1, 0, 2, 0, 1, 3, 0, 2, 0, 1, 0, 0, 5, 0, 1, 0, 0, 2};

    private static Story treated(String subject) {
        return child(subject).chose("treated").enrolled("2021-03-01");
    }

    private static Story with(Story story, int fractures, String first) {
        for (int i = 0; i < fractures; i++) {
            story.fracture(LocalDate.parse(first).plusDays(i * 20L).toString());
        }
        return story;
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 1.475551782",
        "1, 0.01012712319, 2.228657356",
        "3, 0.2474688492, 3.506909228",
        "20, 4.886607834, 12.35535116"
    })
    void theExactIntervalInTwoAndAHalfYears(int events, double lower, double upper) {
        // Two children of 365 days and one of 183 = 913 days; the published time is 2.5 years, 913.125 days.
        Story story = with(treated("SE-001").confirmed("2021-03-01", "2023-08-31"), events, "2021-03-10");
        Group group = RATE.treated(story);
        double published = 2.5 / group.personYears();

        assertThat(group.personDays()).isEqualTo(913);
        assertThat(group.events()).isEqualTo(events);
        assertThat(group.estimate().asDouble().orElseThrow()).isCloseTo(events / (913 / 365.25), within(1e-12));
        assertThat(group.lower().asDouble().orElseThrow()).isCloseTo(lower * published, within(1e-8));
        assertThat(group.upper().asDouble().orElseThrow()).isCloseTo(upper * published, within(1e-7));
    }

    @Test
    void theSixChildrenOfTheFractureFreeYearHaveTheirRate() {
        Study first = Study.asking("""
            {id: rate, version: 1, kind: event-rate, event: {kind: fracture}, anchor: enrolment, from: P0D, to: P1Y}
            """);
        int[] days = {120, 365, 200, 365, 300, 90};
        Story[] children = IntStream.range(0, 6)
                .mapToObj(i -> {
                    String end = LocalDate.parse("2021-03-01").plusDays(days[i]).toString();
                    Story story = treated("SE-00" + i).confirmed("2021-03-01", end);
                    return i == 0 || i == 4 ? story.fracture(end) : story;
                })
                .toArray(Story[]::new);
        Group group = first.treated(children);

        assertThat(group.personYears()).isCloseTo(3.942505, PUBLISHED);
        assertThat(group.estimate().asDouble().orElseThrow()).isCloseTo(0.507292, PUBLISHED);
        assertThat(group.lower().asDouble().orElseThrow()).isCloseTo(0.061435, PUBLISHED);
        assertThat(group.upper().asDouble().orElseThrow()).isCloseTo(1.832512, PUBLISHED);
    }

    private static Study beforeAfter(String baseline) {
        return Study.asking("""
            {id: reduction, version: 1, kind: event-rate, event: {kind: fracture}, anchor: enrolment,
             from: P0D, to: P1Y, baseline: %s}
            """.formatted(baseline));
    }

    private static Story[] eighteen() {
        return IntStream.range(0, 18)
                .mapToObj(i -> {
                    Story story = treated("SE-%03d".formatted(i + 1))
                            .born("2019-03-01")
                            .confirmed("2019-03-01", "2022-03-01");
                    with(story, BEFORE[i], "2020-03-05");
                    return with(story, AFTER[i], "2021-03-05");
                })
                .toArray(Story[]::new);
    }

    @Test
    void theEighteenSyntheticChildrenBeforeAndAfter() {
        Figure figure = beforeAfter("{anchor: enrolment, from: P-1Y, to: P0D}").figure(eighteen());
        JsonNode group = Study.json(figure, "treated");
        JsonNode ratio = group.get("ratioToBaseline");

        assertThat(group.at("/baseline/events").asInt()).isEqualTo(98);
        assertThat(group.get("events").asInt()).isEqualTo(18);
        assertThat(ratio.get("estimate").asDouble()).isCloseTo(0.183673, PUBLISHED);
        assertThat(ratio.get("lower").asDouble()).isCloseTo(0.114480, PUBLISHED);
        assertThat(ratio.get("upper").asDouble()).isCloseTo(0.294687, PUBLISHED);
        assertThat(ratio.at("/exact/lower").asDouble()).isCloseTo(0.104528, PUBLISHED);
        assertThat(ratio.at("/exact/upper").asDouble()).isCloseTo(0.305669, PUBLISHED);
        assertThat(ratio.at("/percentReduction/estimate").asDouble()).isCloseTo(81.633, within(5e-4));
        assertThat(ratio.at("/signedRank/statistic").asDouble()).isEqualTo(171);
        assertThat(ratio.at("/signedRank/p").asDouble()).isCloseTo(0.000186607, within(5e-10));
        assertThat(ratio.get("logEstimate").asDouble()).isCloseTo(Math.log(18.0 / 98), within(1e-12));
        assertThat(ratio.get("logStandardError").asDouble()).isPositive();
        assertThat(figure.result().warnings()).contains("before and after on the same subjects: no concurrent control");
        assertThat(group.at("/baseline/ageYears/median").asDouble()).isCloseTo(366 / 365.25, within(1e-12));
        assertThat(group.at("/ageYears/median").asDouble()).isCloseTo(731 / 365.25, within(1e-12));
    }

    @Test
    void theBaselineStartsAtBirthAndAChildWithTooLittleOfItIsLeftOut() {
        Study study = beforeAfter("{anchor: enrolment, from: P-6M, to: P0D, minimum: P1M}");
        Story old = treated("SE-001").born("2020-12-01").confirmed("2020-12-01", "2022-03-01");
        Story young = treated("SE-002").born("2021-02-10").confirmed("2021-02-10", "2022-03-01");
        Group group = study.treated(old, young);

        assertThat(group.subjects()).isEqualTo(1);
        assertThat(group.excluded())
                .containsExactly(
                        new Group.Excluded("SE-002", "less than P1M of confirmed follow-up in the baseline window"));
        Numbers.BeforeAfter before = ((Numbers.Rates) group.numbers()).before();
        assertThat(before.baseline().personTime()).isCloseTo(90 / 365.25, within(1e-12));
    }

    @Test
    void aBaselineOfJustTheMinimumIsEnough() {
        Study study = beforeAfter("{anchor: enrolment, from: P-6M, to: P0D, minimum: P30D}");
        LocalDate thirtyDaysBefore = LocalDate.parse("2021-03-01").minusDays(30);
        Story enough = treated("SE-001")
                .born(thirtyDaysBefore.toString())
                .confirmed(thirtyDaysBefore.toString(), "2022-03-01");
        Story tooLittle = treated("SE-002")
                .born(thirtyDaysBefore.plusDays(1).toString())
                .confirmed(thirtyDaysBefore.plusDays(1).toString(), "2022-03-01");

        assertThat(study.treated(enough, tooLittle).excluded())
                .extracting(Group.Excluded::subject)
                .containsExactly("SE-002");
    }

    @Test
    void theDosingPeriodIsAStratumOfItsOwn() {
        Study study = Study.asking("""
            {id: reduction, version: 1, kind: event-rate, event: {kind: fracture}, anchor: last-dose,
             controlAnchor: enrolment, from: P0D, to: P1Y, baseline: {anchor: first-dose, from: P-6M, to: P0D}}
            """);
        Story dosed = treated("SE-001")
                .born("2020-01-01")
                .confirmed("2020-01-01", "2023-03-01")
                .doses("2021-03-01", "2021-07-01", "2021-11-01", "2022-03-01")
                .fracture("2021-01-01")
                .fracture("2021-08-01")
                .fracture("2021-09-01", Bone.TIBIA, Laterality.LEFT, null)
                .fracture("2022-03-01");
        Figure figure = study.figure(dosed);
        Numbers.BeforeAfter before =
                ((Numbers.Rates) Study.group(figure, "treated").numbers()).before();

        assertThat(before.baseline().events()).isEqualTo(1);
        assertThat(before.between().events()).isEqualTo(2);
        assertThat(before.between().personTime()).isCloseTo(365 / 365.25, within(1e-12));
        assertThat(Study.group(figure, "treated").events()).isEqualTo(1);
        assertThat(Study.counted(figure))
                .extracting("window")
                .containsExactly("window", "baseline", "between", "between");
    }

    @Test
    void armsAreComparedWithTheFirstOneExactlyAndClustered() {
        Story[] stories = {
            with(
                    child("C-1").chose("untreated").enrolled("2021-03-01").confirmed("2021-03-01", "2023-03-01"),
                    12,
                    "2021-04-01"),
            with(
                    child("C-2").chose("untreated").enrolled("2021-03-01").confirmed("2021-03-01", "2023-03-01"),
                    8,
                    "2021-04-01"),
            with(treated("T-1").confirmed("2021-03-01", "2023-03-01"), 2, "2021-04-01"),
            with(treated("T-2").confirmed("2021-03-01", "2023-03-01"), 1, "2021-04-01")
        };
        Comparison.Contrast exact = (Comparison.Contrast)
                RATE.figure(stories).result().comparisons().getFirst();

        assertThat(exact.group()).isEqualTo("treated");
        assertThat(exact.reference()).isEqualTo("untreated");
        assertThat(exact.ratio().value().asDouble().orElseThrow()).isCloseTo(0.15, within(1e-12));
        assertThat(exact.ratio().interval().lower().asDouble().orElseThrow()).isCloseTo(0.02854363636, within(1e-10));
        assertThat(exact.ratio().interval().upper().asDouble().orElseThrow()).isCloseTo(0.50577269026, within(1e-10));
        assertThat(exact.p()).isNull();
        assertThat(RATE.figure(stories).result().comparisons()).hasSize(4);
    }

    @Test
    void randomisedArmsShowTheirPs() {
        Story[] stories = {
            with(
                    child("C-1")
                            .randomised("untreated", "2021-03-01")
                            .enrolled("2021-03-01")
                            .confirmed("2021-03-01", "2023-03-01"),
                    20,
                    "2021-04-01"),
            with(
                    child("T-1")
                            .randomised("treated", "2021-03-01")
                            .enrolled("2021-03-01")
                            .confirmed("2021-03-01", "2023-03-01"),
                    3,
                    "2021-04-01")
        };
        JsonNode exact =
                FigureJson.result(RATE.figure(stories)).get("comparisons").get(0);

        assertThat(exact.get("p").asDouble()).isCloseTo(0.00048828125, within(1e-14));
        assertThat(exact.get("pTwiceSmallerTail").asDouble()).isCloseTo(0.00048828125, within(1e-14));
    }

    @Test
    void noEventsGiveZeroAndNoPersonTimeGivesAReason() {
        Group empty = Study.group(RATE.figure(treated("SE-001").confirmed("2021-03-01", "2022-03-01")), "untreated");
        Group zero = RATE.treated(treated("SE-001").confirmed("2021-03-01", "2022-03-01"));

        assertThat(zero.estimate().asDouble()).hasValue(0);
        assertThat(zero.lower().asDouble()).hasValue(0);
        assertThat(zero.upper().asDouble().orElseThrow()).isPositive();
        assertThat(empty.subjects()).isZero();
        assertThat(empty.estimate().reason()).isEqualTo("no person-time");
    }

    @Test
    void theBonesOfOneIncidentAreSeveralFracturesAndOneEpisode() {
        Study episodes = Study.asking("""
            {id: rate, version: 1, kind: event-rate, event: {kind: fracture}, anchor: enrolment, unit: episodes}
            """);
        Story fall = treated("SE-001")
                .confirmed("2021-03-01", "2022-03-01")
                .fracture("2021-05-01", Bone.FEMUR, Laterality.LEFT, "fall")
                .fracture("2021-05-02", Bone.TIBIA, Laterality.LEFT, "fall")
                .fracture("2021-06-01", Bone.ULNA, Laterality.LEFT, null)
                .fracture("2021-06-01", Bone.RADIUS, Laterality.LEFT, null)
                .fracture("2021-07", Bone.RIB, Laterality.LEFT, null)
                .fracture("2021-07", Bone.RIB, Laterality.RIGHT, null);

        assertThat(RATE.treated(fall).events()).isEqualTo(6);
        assertThat(episodes.treated(fall).events()).isEqualTo(4);
    }

    @Test
    void doseCountSplitsThePersonTime() {
        Study byDoses = Study.asking("""
            {id: rate, version: 1, kind: event-rate, event: {kind: fracture}, anchor: enrolment, by: dose-count}
            """);
        Story dosed = treated("SE-001")
                .confirmed("2021-03-01", "2022-03-01")
                .dose(1, "2021-03-11")
                .dose(2, "2021-07-01")
                .fracture("2021-03-11")
                .fracture("2021-08-01");
        Figure figure = byDoses.figure(dosed);

        assertThat(figure.result().groups()).extracting(Group::group).containsExactly("0", "1", "2");
        assertThat(figure.result().groups()).extracting(Group::personDays).containsExactly(10L, 112L, 243L);
        assertThat(figure.result().groups()).extracting(Group::events).containsExactly(0L, 1L, 1L);
        assertThat(figure.result().warnings()).contains("1 subjects count in several groups, with split time");
    }

    @Test
    void anOverdispersedModelPrintsItsDispersionAndFallsBackOnceThereIsNone() {
        Study quasi = Study.asking("""
            {id: rate, version: 1, kind: event-rate, event: {kind: fracture}, anchor: enrolment, model: quasi-poisson}
            """);
        Study negative = Study.asking("""
            {id: rate, version: 1, kind: event-rate, event: {kind: fracture}, anchor: enrolment, model: negative-binomial}
            """);
        Story[] even = IntStream.range(0, 4)
                .mapToObj(i -> with(treated("SE-" + i).confirmed("2021-03-01", "2022-03-01"), 2, "2021-04-01"))
                .toArray(Story[]::new);
        Story[] uneven = IntStream.range(0, 4)
                .mapToObj(i -> with(treated("SE-" + i).confirmed("2021-03-01", "2022-03-01"), i * i, "2021-04-01"))
                .toArray(Story[]::new);
        Numbers.Rates rates = (Numbers.Rates) quasi.treated(uneven).numbers();

        // Counts 0, 1, 4, 9 about their mean 3.5: Pearson's χ² = 49/3.5 = 14, on 3 degrees of freedom.
        assertThat(rates.dispersion().asDouble().orElseThrow()).isCloseTo(14.0 / 3, within(1e-9));
        assertThat(quasi.treated(uneven).lower().asDouble().orElseThrow())
                .isLessThan(rates.exact().interval().lower().asDouble().orElseThrow());
        assertThat(negative.figure(even).result().warnings()).anyMatch(warning -> warning.contains("Poisson instead"));
        assertThat(((Numbers.Rates) negative.treated(uneven).numbers()).theta().asDouble())
                .isPresent();
    }
}
