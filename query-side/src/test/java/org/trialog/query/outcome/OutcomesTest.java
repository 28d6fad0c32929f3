package org.trialog.query.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trialog.query.outcome.Story.child;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialog.query.outcome.figure.CanonicalJson;
import org.trialog.query.outcome.figure.Figure;
import org.trialog.query.outcome.figure.FigureJson;
import org.trialog.query.outcome.figure.Group;
import org.trialog.query.record.SubjectRecord;

class OutcomesTest {

    private static final List<Study> STUDIES = RandomLives.STUDIES;

    private static Figure figure(Study study, List<SubjectRecord> records) {
        return Outcomes.compute(study.protocol(), study.definition(), records, LocalDate.parse("2022-09-01"), null);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theOrderOfSubjectsAndOfTheirRecordsDoesNotMatter(long seed) {
        List<Story> stories = RandomLives.stories(seed, 25);
        Random random = new Random(seed);
        for (Study study : STUDIES) {
            String told = FigureJson.write(
                    figure(study, stories.stream().map(Story::told).toList()));
            List<SubjectRecord> shuffled = new ArrayList<>(
                    stories.stream().map(story -> story.toldInOrderOf(random)).toList());
            Collections.shuffle(shuffled, random);

            assertThat(FigureJson.write(figure(study, shuffled))).isEqualTo(told);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void aFractureOutsideConfirmedTimeNeverChangesANumber(long seed) {
        for (Study study : STUDIES) {
            List<Group> before = figure(
                            study,
                            RandomLives.stories(seed, 20).stream()
                                    .map(Story::told)
                                    .toList())
                    .result()
                    .groups();
            List<Group> after = figure(
                            study,
                            RandomLives.stories(seed, 20).stream()
                                    .map(story -> story.fracture("2030-01-01").told())
                                    .toList())
                    .result()
                    .groups();

            assertThat(after).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void theCountLiesWithinItsRangeAndEveryEventIsInTheTrail(long seed) {
        for (Study study : STUDIES) {
            Figure figure = figure(
                    study,
                    RandomLives.stories(seed, 30).stream().map(Story::told).toList());
            for (Group group : figure.result().groups()) {
                assertThat(group.range().minimum())
                        .isLessThanOrEqualTo(group.range().maximum());
                assertThat(group.subjects()).isGreaterThanOrEqualTo(0);
                assertThat(group.personDays()).isGreaterThanOrEqualTo(0);
                if (!study.definition().id().equals("d")) {
                    assertThat(group.events())
                            .isBetween(group.range().minimum(), group.range().maximum());
                    assertThat(figure.behind().stream()
                                    .filter(behind -> behind.group().equals(group.group()))
                                    .flatMap(behind -> behind.subjects().stream())
                                    .flatMap(subject -> subject.counted().stream())
                                    .filter(counted -> counted.window().equals("window")))
                            .hasSize((int) group.events());
                }
            }
        }
    }

    @Test
    void moreConfirmedTimeNeverGivesLessPersonTime() {
        Study study = STUDIES.getFirst();
        List<Group> some = figure(
                        study,
                        RandomLives.stories(31, 20).stream().map(Story::told).toList())
                .result()
                .groups();
        List<Group> more = figure(
                        study,
                        RandomLives.stories(31, 20).stream()
                                .map(story -> story.confirmed("2021-01-01", "2022-12-31")
                                        .told())
                                .toList())
                .result()
                .groups();

        for (int i = 0; i < some.size(); i++) {
            assertThat(more.get(i).personDays())
                    .isGreaterThanOrEqualTo(some.get(i).personDays());
            assertThat(more.get(i).events()).isGreaterThanOrEqualTo(some.get(i).events());
        }
    }

    @Test
    void noSubjectsAtAllGiveAFigureThatSaysSo() {
        for (Study study : STUDIES) {
            if (study.definition().by().equals("age-band")) {
                continue;
            }
            Figure figure = figure(study, List.of());

            assertThat(FigureJson.write(figure)).contains("notEstimable").contains("\"subjects\":0");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = "pooled")
    void aKindThatIsNotOfOneStudyIsRefusedByItsName(String kind) {
        Study study = Study.asking("{id: x, version: 1, kind: %s, anchor: enrolment}".formatted(kind));

        assertThatThrownBy(study::figure)
                .isInstanceOfSatisfying(OutcomeRefused.class, refused -> assertThat(refused.code())
                        .isEqualTo("outcome-kind-not-available"))
                .hasMessage("Outcome 'x' is of the kind %s: it is computed over several studies, not of one."
                        .formatted(kind));
    }

    @Test
    void aDefinitionThatLacksAKeyIsRefusedWithTheKey() {
        assertThatThrownBy(() -> Study.asking("{id: x, version: 1, kind: event-rate, anchor: enrolment}")
                        .figure())
                .hasMessageContaining("'event'");
        assertThatThrownBy(() -> Study.asking(
                                "{id: x, version: 1, kind: event-free-interval, event: {kind: fracture}, anchor:"
                                        + " enrolment}")
                        .figure())
                .isInstanceOfSatisfying(OutcomeRefused.class, refused -> assertThat(refused.code())
                        .isEqualTo("outcome-definition-incomplete"));
    }

    @Test
    void aDefinitionThatContradictsItselfIsRefused() {
        assertThatThrownBy(
                        () -> Study.asking("{id: x, version: 1, kind: event-free-time, event: {kind: fracture}, anchor:"
                                        + " each-dose}")
                                .figure())
                .isInstanceOfSatisfying(OutcomeRefused.class, refused -> assertThat(refused.code())
                        .isEqualTo("outcome-definition-contradictory"));
    }

    @Test
    void theHashNamesTheDefinitionAndNothingElse() {
        Study one = Study.asking(
                "{id: x, version: 1, kind: event-rate, event: {kind: fracture}, anchor: enrolment, label: {en: a, sv:"
                        + " b}}");
        Study reordered = Study.asking(
                "{anchor: enrolment, event: {kind: fracture}, label: {sv: b, en: a}, kind: event-rate, version: 1, id:"
                        + " x}");
        Study changed = Study.asking(
                "{id: x, version: 2, kind: event-rate, event: {kind: fracture}, anchor: enrolment, label: {en: a, sv:"
                        + " b}}");

        assertThat(one.figure().definitionHash())
                .isEqualTo(reordered.figure().definitionHash())
                .hasSize(64)
                .isNotEqualTo(changed.figure().definitionHash());
    }

    @Test
    void theResultHasTheFieldsThatReceiptsHash() {
        Study study = Study.asking(
                "{id: x, version: 1, kind: event-rate, event: {kind: fracture}, anchor: enrolment, by: none}");
        Figure figure = study.figure(child("SE-001")
                .enrolled("2021-01-01")
                .confirmed("2021-01-01", "2021-12-31")
                .fracture("2021-02-01"));

        assertThat(FigureJson.write(figure))
                .startsWith("{\"by\":\"none\",\"comparisons\":[],\"groups\":[{\"dispersion\":")
                .contains("\"estimate\":1.003434065934066,")
                .contains("\"events\":1,\"eventsRange\":{\"maximum\":1,\"minimum\":1},")
                .contains("\"excluded\":[],\"group\":\"all\",")
                .contains("\"personYears\":0.9965776865160849,\"subjects\":1,")
                .endsWith("],\"method\":\"events per person-year, exact Poisson 95 % interval\","
                        + "\"publication\":\"not-stated\",\"warnings\":[]}");
        assertThat(CanonicalJson.write(FigureJson.result(figure))).isEqualTo(FigureJson.write(figure));
    }
}
