package org.trialog.query.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trialog.events.clinical.AdverseEventFollowUp;
import org.trialog.events.clinical.Assessor;
import org.trialog.events.clinical.Relatedness;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.CtcaeGrade;
import org.trialog.events.value.RecordId;
import org.trialog.query.outcome.figure.Comparison;
import org.trialog.query.outcome.figure.Figure;
import org.trialog.query.outcome.figure.Group;
import org.trialog.query.outcome.figure.Publication;
import org.trialog.query.statistics.PoissonRate;

class AdverseEventsTest {

    private static final String SKIN = "SKIN AND SUBCUTANEOUS TISSUE DISORDERS";

    private static Study asking(String keys) {
        return Study.asking("{id: ae, version: 1, kind: adverse-events, anchor: enrolment%s}".formatted(keys));
    }

    private static Story followed(String code, String arm) {
        return Story.screened(code).chose(arm).enrolled("2021-01-01").confirmed("2021-01-01", "2022-01-01");
    }

    private static Story[] stories() {
        return new Story[] {
            followed("A", "treated")
                    .adverseEvent("2021-02-01", "Rash", SKIN, 2, false, Relatedness.RELATED)
                    .adverseEvent("2021-03-01", "RASH", SKIN, 1, false, null)
                    .adverseEvent("2021-04-01", "Fever", null, 3, true, Relatedness.NOT_RELATED),
            followed("B", "treated").adverseEvent("2021-05-01", "rash ", SKIN, null, false, null),
            followed("C", "untreated")
        };
    }

    private static JsonNode line(JsonNode group, String table, String value) {
        for (JsonNode line : group.at("/tables/" + table)) {
            if (line.get("value").asText().equals(value)) {
                return line;
            }
        }
        throw new AssertionError(value + " is not in " + group.at("/tables/" + table));
    }

    private static AdverseEventFollowUp later(String day, String event, Integer grade) {
        return new AdverseEventFollowUp(
                ClinicalDate.of(day),
                new RecordId(event),
                Assessor.INVESTIGATOR,
                null,
                grade == null ? null : new CtcaeGrade(grade),
                null,
                Set.of(),
                null,
                null,
                null,
                null);
    }

    @Test
    void subjectsEventsAndRateWithItsExactInterval() {
        Figure figure = asking("").figure(stories());
        Group treated = Study.group(figure, "treated");
        PoissonRate expected = PoissonRate.exact(4, 730 / 365.25);

        assertThat(treated.events()).isEqualTo(4);
        assertThat(treated.personDays()).isEqualTo(730);
        assertThat(treated.estimate()).isEqualTo(expected.rate());
        assertThat(treated.upper()).isEqualTo(expected.interval().upper());
        JsonNode json = Study.json(figure, "treated");
        assertThat(json.at("/subjectsWithEvent/numerator").asInt()).isEqualTo(2);
        assertThat(json.at("/subjectsWithEvent/lower").asDouble()).isEqualTo(Math.sqrt(0.025), within(1e-9));
    }

    @Test
    void termsAreTheSameWhateverTheirCaseAndCarryTheirClass() {
        Figure figure = asking("").figure(stories());
        JsonNode rash = line(Study.json(figure, "treated"), "term", "RASH");

        assertThat(rash.get("subjects").asInt()).isEqualTo(2);
        assertThat(rash.get("events").asInt()).isEqualTo(3);
        assertThat(rash.get("systemOrganClass").asText()).isEqualTo(SKIN);
        assertThat(rash.get("estimate").asDouble()).isEqualTo(3 / (730 / 365.25), within(1e-12));
        assertThat(line(Study.json(figure, "treated"), "term", "FEVER").has("systemOrganClass"))
                .isFalse();
        assertThat(Study.json(figure, "treated").at("/tables/term/0/value").asText())
                .as("what most subjects had stands first")
                .isEqualTo("RASH");
        assertThat(line(Study.json(figure, "treated"), "system-organ-class", SKIN)
                        .get("events")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void aGroupThatNeverHadATermHasItsLineWithZeroAndAnUpperLimit() {
        JsonNode untreated = Study.json(asking("").figure(stories()), "untreated");

        assertThat(line(untreated, "term", "RASH").get("events").asInt()).isZero();
        assertThat(line(untreated, "term", "RASH").get("upper").asDouble())
                .isEqualTo(-Math.log(0.025) / (365 / 365.25), within(1e-9));
    }

    @Test
    void gradesSeriousnessAndRelatednessSayWhatWasNotStated() {
        JsonNode treated = Study.json(asking("").figure(stories()), "treated");

        assertThat(line(treated, "grade", "3").get("events").asInt()).isEqualTo(1);
        assertThat(line(treated, "grade", "not stated").get("subjects").asInt()).isEqualTo(1);
        assertThat(treated.at("/tables/grade/0/value").asText()).isEqualTo("1");
        assertThat(line(treated, "seriousness", "serious").get("events").asInt())
                .isEqualTo(1);
        assertThat(line(treated, "seriousness", "not serious").get("events").asInt())
                .isEqualTo(3);
        assertThat(line(treated, "relatedness", "not-related").get("events").asInt())
                .isEqualTo(1);
        assertThat(line(treated, "relatedness", "not stated").get("events").asInt())
                .isEqualTo(2);
    }

    @Test
    void rule32_oneEventOverItsFollowUpsIsOneAtItsHighestGrade() {
        Story eased = followed("A", "treated").adverseEvent("2021-02-01", "Rash", SKIN, 2, false, null);
        String event = eased.told().entries().getLast().id().value();
        eased.add(later("2021-02-10", event, 4)).add(later("2021-03-01", event, 1));
        JsonNode treated = Study.json(asking("").figure(eased), "treated");

        assertThat(treated.get("events").asInt()).isEqualTo(1);
        assertThat(line(treated, "grade", "4").get("events").asInt()).isEqualTo(1);
        assertThat(treated.at("/tables/grade")).hasSize(1);
        assertThat(asking(", event: {kind: adverse-event, minimumGrade: 3}")
                        .treated(eased)
                        .events())
                .isEqualTo(1);
    }

    @Test
    void whatWasLearnedAfterTheCutOffDoesNotRaiseTheGrade() {
        Story worse = followed("A", "treated").adverseEvent("2021-02-01", "Rash", SKIN, 2, false, null);
        worse.add(later("2021-09-01", worse.told().entries().getLast().id().value(), 4));

        JsonNode before = Study.json(asking("").figure("2021-08-01", worse), "treated");

        assertThat(before.at("/tables/grade/0/value").asText()).isEqualTo("2");
    }

    @Test
    void treatmentEmergentIsFromTheAnchorOnAndPartialDatesCountUnlessSurelyBefore() {
        Story story = Story.screened("A")
                .chose("treated")
                .enrolled("2021-03-15")
                .confirmed("2021-01-01", "2022-01-01")
                .adverseEvent("2021-03-14", "Before")
                .adverseEvent("2021-03-15", "On the day")
                .adverseEvent("2021-03", "That month")
                .adverseEvent("2021-02", "The month before");
        JsonNode treated = Study.json(asking("").figure(story), "treated");

        assertThat(treated.get("events").asInt()).isEqualTo(2);
        assertThat(line(treated, "term", "ON THE DAY").get("events").asInt()).isEqualTo(1);
        assertThat(line(treated, "term", "THAT MONTH").get("events").asInt()).isEqualTo(1);
    }

    @Test
    void theFilterSaysWhichCount() {
        assertThat(asking(", event: {kind: adverse-event, serious: true}")
                        .treated(stories())
                        .events())
                .isEqualTo(1);
        assertThat(asking(", event: {kind: adverse-event, related: true}")
                        .treated(stories())
                        .events())
                .isEqualTo(1);
        assertThat(asking(", event: {kind: adverse-event, anyOf: [{termContains: [RASH]}]}")
                        .treated(stories())
                        .events())
                .isEqualTo(3);
    }

    @Test
    void aTableThatIsAskedForIsShownFirstAndTheGroupsStayArms() {
        Figure figure = asking(", by: relatedness").figure(stories());

        assertThat(figure.result().by()).isEqualTo("arm");
        assertThat(Study.json(figure, "treated").get("breakdown").asText()).isEqualTo("relatedness");
        Figure asked = asked(asking(", by: relatedness"), "grade");
        assertThat(asked.result().by()).isEqualTo("arm");
        assertThat(Study.json(asked, "treated").get("breakdown").asText()).isEqualTo("grade");
        Figure bySite = asked(asking(", by: relatedness"), "site");
        assertThat(bySite.result().by()).isEqualTo("site");
        assertThat(Study.json(bySite, "stockholm").get("breakdown").asText()).isEqualTo("relatedness");
    }

    @Test
    void otherKindsAreNotAskedByTerm() {
        Study rate = Study.asking("{id: r, version: 1, kind: event-rate, event: {kind: fracture}, anchor: enrolment}");

        assertThatThrownBy(() -> asked(rate, "term"))
                .isInstanceOfSatisfying(OutcomeRefused.class, refused -> assertThat(refused.code())
                        .isEqualTo("grouping-unknown"));
    }

    @Test
    void ratesOfArmsAreComparedExactlyAndBySubject() {
        List<Comparison> comparisons = asking("").figure(stories()).result().comparisons();

        assertThat(comparisons)
                .filteredOn(one -> one.group().equals("treated"))
                .hasSize(2)
                .allMatch(one -> one.reference().equals("untreated"));
    }

    private static Figure asked(Study study, String by) {
        return Outcomes.compute(
                study.protocol(),
                study.definition(),
                List.of(stories()).stream().map(Story::told).toList(),
                List.of(),
                LocalDate.parse(Study.CUTOFF),
                by,
                Publication.UNSTATED);
    }
}
