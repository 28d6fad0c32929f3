package org.trialog.query.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.query.outcome.Story.screened;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialog.query.outcome.figure.Figure;
import org.trialog.query.outcome.figure.FigureJson;
import org.trialog.query.record.SubjectRecord;

/** What holds whatever happened to whom. */
class ScoresOfManyTest {

    private static final List<Study> STUDIES = List.of(
            Scales.asking("kind: score-change, instrument: scale, visits: [M3, M6]"),
            Scales.asking("kind: score-change, instrument: scale, visits: [M3, M6], method: ancova"),
            Scales.asking("kind: score-change, instrument: scale, method: slope, from: P-6M, to: P9M"),
            Scales.asking("kind: score-change, instrument: scale, method: responder, responder: {threshold: 1.25}"),
            Scales.asking("kind: proportion, instrument: scale, visits: [M6], partialDates: midpoint,"
                    + " of: {responder: {threshold: 5, compares: change}}"),
            Scales.asking("kind: proportion, to: P6M, of: {event: {kind: fracture}}"),
            Scales.asking("kind: proportion, of: {covariate: onset, value: bulbar}"),
            Scales.asking("kind: observed-expected, prediction: {model: ENCALS}, terminal: [death, tracheostomy],"
                    + " expected: {law: exponential}"));

    private static Story random(Random random, int number, boolean swapped) {
        LocalDate enrolled = LocalDate.parse("2021-01-01").plusDays(random.nextInt(100));
        boolean first = random.nextBoolean();
        Story story = screened("S-" + (100 + number))
                .randomised(first == swapped ? "cells" : "placebo", enrolled.toString())
                .enrolled(enrolled.toString())
                .confirmed(
                        enrolled.plusDays(random.nextInt(30)).toString(),
                        enrolled.plusDays(30L + random.nextInt(400)).toString())
                .predicted(
                        enrolled.toString(),
                        "ENCALS",
                        "1",
                        Integer.toString(3 + random.nextInt(20)),
                        "months",
                        "enrolment")
                .covariate("onset", random.nextBoolean() ? "bulbar" : "spinal", "2020-12-01");
        int values = random.nextInt(14);
        for (int i = 0; i < values; i++) {
            LocalDate day = enrolled.plusDays(random.nextInt(400) - 120L);
            String date = random.nextInt(6) == 0 ? day.toString().substring(0, 7) : day.toString();
            story.scored(date, BigDecimal.valueOf(random.nextInt(1000), 1).toPlainString());
        }
        story.visit("M6", enrolled.plusMonths(6).toString());
        if (random.nextBoolean()) {
            story.scoredAtVisit(enrolled.plusMonths(6).toString(), Integer.toString(random.nextInt(100)));
        }
        if (random.nextInt(3) == 0) {
            story.fracture(enrolled.plusDays(random.nextInt(300)).toString());
        }
        if (random.nextInt(5) == 0) {
            story.clinicalEvent(enrolled.plusDays(random.nextInt(300)).toString(), "tracheostomy");
        }
        return random.nextInt(4) == 0
                ? story.died(enrolled.plusDays(30L + random.nextInt(300)).toString())
                : story;
    }

    private static List<Story> stories(long seed, boolean swapped) {
        Random random = new Random(seed);
        List<Story> stories = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            stories.add(random(random, i, swapped));
        }
        return stories;
    }

    private static Figure figure(Study study, List<SubjectRecord> records) {
        return Outcomes.compute(study.protocol(), study.definition(), records, LocalDate.parse("2022-03-01"), null);
    }

    private static String written(Study study, List<Story> stories) {
        return FigureJson.write(figure(study, stories.stream().map(Story::told).toList()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theOrderOfSubjectsAndOfTheirRecordsDoesNotMatter(long seed) {
        Random random = new Random(seed);
        for (Study study : STUDIES) {
            List<SubjectRecord> shuffled = new ArrayList<>(stories(seed, false).stream()
                    .map(story -> story.toldInOrderOf(random))
                    .toList());
            Collections.shuffle(shuffled, random);

            assertThat(FigureJson.write(figure(study, shuffled))).isEqualTo(written(study, stories(seed, false)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void armsThatAreRelabelledRelabelTheirNumbers(long seed) {
        for (Study study : STUDIES) {
            Figure one =
                    figure(study, stories(seed, false).stream().map(Story::told).toList());
            Figure other =
                    figure(study, stories(seed, true).stream().map(Story::told).toList());

            assertThat(named(one, "cells", "x")).isEqualTo(named(other, "placebo", "x"));
            assertThat(named(one, "placebo", "x")).isEqualTo(named(other, "cells", "x"));
        }
    }

    private static ObjectNode named(Figure figure, String group, String name) {
        ObjectNode node = Study.json(figure, group).deepCopy();
        return node.put("group", name);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void theNumberInADifferenceTurnsItsSignWithTheArms(long seed) {
        Study study = STUDIES.getFirst();
        var one = FigureJson.result(figure(
                        study, stories(seed, false).stream().map(Story::told).toList()))
                .get("comparisons")
                .get(1);
        var other = FigureJson.result(figure(
                        study, stories(seed, true).stream().map(Story::told).toList()))
                .get("comparisons")
                .get(1);

        assertThat(one.get("estimate").asDouble())
                .isEqualTo(-other.get("estimate").asDouble());
        assertThat(one.get("p")).isEqualTo(other.get("p"));
    }

    @Test
    void nobodyAtAllGivesAFigureThatSaysSo() {
        for (Study study : STUDIES) {
            assertThat(written(study, List.of())).contains("notEstimable").contains("\"subjects\":0");
        }
    }

    @Test
    void theMachinesLanguageAndZoneChangeNoByte() {
        List<String> here = STUDIES.stream()
                .map(study -> written(study, stories(31, false)))
                .toList();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
            assertThat(STUDIES.stream().map(study -> written(study, stories(31, false))))
                    .isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}
