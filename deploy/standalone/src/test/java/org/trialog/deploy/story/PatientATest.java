package org.trialog.deploy.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.deploy.running.RunningStudy.must;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialog.deploy.running.Answer;

/** The published course of one child (Götherström 2014, patient A), recorded by HTTP alone and read back whole. */
class PatientATest {

    @TempDir
    private static Path data;

    private static Clinic clinic;
    private static PatientA patient;
    private static JsonNode record;
    private static List<JsonNode> history;

    @BeforeAll
    static void tell() throws Exception {
        clinic = Clinic.open(data);
        patient = new PatientA(clinic);
        patient.unborn();
        patient.theOtherSource();
        patient.born();
        patient.beforeTheBooster();
        patient.theBooster();
        patient.yearlyBoosters();
        record = read("/subjects/" + PatientA.CHILD);
        history = items(read("/subjects/" + PatientA.CHILD + "/history?limit=1000"));
    }

    @AfterAll
    static void stop() {
        clinic.close();
    }

    @Test
    void everyRecordIsThere() {
        Map<String, Long> kinds = new TreeMap<>();
        entries().forEach(entry -> kinds.merge(entry.get("kind").asText(), 1L, Long::sum));

        assertThat(kinds)
                .containsEntry("screening", 1L)
                .containsEntry("pregnancy", 1L)
                .containsEntry("eligibility", 1L)
                .containsEntry("consent", 2L)
                .containsEntry("mother-link", 1L)
                .containsEntry("birth", 1L)
                .containsEntry("pregnancy-outcome", 1L)
                .containsEntry("treatment", 5L)
                .containsEntry("fracture", 15L)
                .containsEntry("visit", 1L + PatientA.YEARS_TOLD + 4)
                .containsEntry("follow-up", 1L + PatientA.YEARS_TOLD + 4)
                .containsEntry("measurement", 1L + PatientA.YEARS_TOLD + 4);
    }

    @Test
    void nothingAboutTheStoryIsDoubted() {
        assertThat(items(record.get("flags")))
                .extracting(flag -> flag.get("code").asText())
                .isEmpty();
    }

    @Test
    void rule36_bothWeeksOfTheFirstDoseStandInTheHistory() {
        JsonNode dose = entries()
                .filter(entry -> entry.get("id").asText().equals(patient.dose))
                .findFirst()
                .orElseThrow();

        assertThat(dose.at("/details/date").asText()).isEqualTo(PatientA.EITHER_WEEK);
        assertThat(dose.get("positions")).hasSize(2);
        assertThat(history.stream().map(JsonNode::toString).filter(line -> line.contains("\"GA 31\"")))
                .isNotEmpty();
    }

    @Test
    void theHistoryIsInTheOrderOfTheTelling() {
        assertThat(history)
                .extracting(line -> line.get("position").asLong())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(history)
                .extracting(line -> line.get("type").asText())
                .startsWith("SubjectScreened", "PregnancyDated", "ConsentGiven")
                .containsSubsequence(
                        "SubjectEnrolled",
                        "ArmChosen",
                        "MotherLinked",
                        "TreatmentAdministered",
                        "TreatmentCorrected",
                        "BirthRecorded",
                        "ConsentGiven",
                        "FractureRecorded",
                        "TreatmentAdministered");
    }

    @Test
    void theMotherHasARecordOfHerOwn() {
        assertThat(items(read("/subjects/" + PatientA.MOTHER).get("entries")))
                .extracting(entry -> entry.get("kind").asText())
                .containsExactly("screening");
    }

    @Test
    void theRateByAgeIsThatOfThePublication() {
        assertThat(group("fracture-rate-first-2-years").get("events").asInt()).isEqualTo(3);
        assertThat(group("fracture-rate-2-to-8-years").get("events").asInt()).isEqualTo(12);
        JsonNode after = group("fracture-rate-after-booster");
        assertThat(after.get("events").asInt()).isZero();
        assertThat(after.get("personYears").asDouble()).isBetween(1.95, 2.05);
    }

    @Test
    void nothingBrokeInThe24MonthsAfterTheBooster() {
        JsonNode free = group("fracture-free-24-months-after-booster");

        assertThat(free.get("estimate").asDouble()).isEqualTo(1.0);
        assertThat(free.get("events").asInt()).isZero();
    }

    @Test
    void everyOutcomeOfTheProtocolIsComputedForHer() {
        for (JsonNode outcome : items(read("/outcomes"))) {
            String id = outcome.get("outcome").asText();
            assertThat(group(id).get("subjects").asInt()).as(id).isEqualTo(1);
        }
    }

    private static JsonNode group(String outcome) {
        return read("/outcomes/" + outcome).at("/result/groups/0");
    }

    private static Stream<JsonNode> entries() {
        return items(record.get("entries")).stream();
    }

    private static JsonNode read(String path) {
        Answer answer = must(clinic.investigator()
                .get(Clinic.STUDY + path + (path.contains("?") ? "&" : "?") + "after=" + clinic.last()));
        return answer.json();
    }

    private static List<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }
}
