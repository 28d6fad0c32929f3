package org.trialog.deploy.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.deploy.figures.SmallStudy.RATE;
import static org.trialog.deploy.figures.SmallStudy.STUDY;
import static org.trialog.deploy.figures.SmallStudy.items;
import static org.trialog.deploy.running.RunningStudy.must;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialog.deploy.running.Answer;
import org.trialog.deploy.running.TrialogProcess;
import org.trialog.deploy.running.TrialogProcess.Result;

/** What stands behind a figure, which facts moved it, and what another definition makes of the same facts. */
class DifferencesTest {

    @TempDir
    private Path folder;

    private SmallStudy study;

    @BeforeEach
    void start() throws Exception {
        study = SmallStudy.open(folder.resolve("data")).withChildren();
    }

    @AfterEach
    void stop() {
        study.close();
    }

    @Test
    void everyNumberListsItsSubjectsAndEventsAndWhatDoesNotCount() {
        study.fracture("A-1", "2025-02-01");
        List<JsonNode> lines = items(study.get(RATE + "/provenance?group=treated&subject=A-1"));

        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.get("personDays").asLong()).isEqualTo(365);
            assertThat(line.get("leftOut").isNull()).isTrue();
            JsonNode event = line.at("/counted/0/events/0");
            assertThat(event.get("type").asText()).isEqualTo("FractureRecorded");
            assertThat(event.get("role").asText()).isEqualTo("coordinator");
            assertThat(line.at("/notCounted/0/reason").asText()).isEqualTo("outside confirmed follow-up");
            assertThat(line.at("/notCounted/0/events/0/type").asText()).isEqualTo("FractureRecorded");
        });
        assertThat(items(study.get(RATE + "/provenance"))).hasSize(4);
        assertThat(items(study.get(RATE + "/provenance?cutoff=2023-12-31")))
                .allSatisfy(line -> assertThat(line.get("leftOut").asText()).isNotBlank());
        assertThat(must(study.investigator().get(RATE + "/provenance", "Accept", "text/csv"))
                        .text()
                        .lines())
                .hasSize(1 + 6)
                .first()
                .asString()
                .startsWith("group,subject,leftOut");
    }

    @Test
    void theFractureThatMovedAFigureIsNamedAndWhatDidNotMoveIsSaid() {
        long before = study.position();
        String record = study.fracture("A-2", "2024-06-01").id();
        List<JsonNode> lines = items(study.get(STUDY + "/diff?cutoff=2025-01-01&from=" + before));

        JsonNode moments = lines.getFirst();
        assertThat(moments.at("/types/FractureRecorded").asInt()).isEqualTo(1);
        assertThat(moments.at("/subjects/0/subject").asText()).isEqualTo("A-2");
        JsonNode rate = figure(lines, "rate");
        assertThat(rate.get("moved").asBoolean()).isTrue();
        JsonNode treated = items(rate.get("groups")).stream()
                .filter(group -> group.get("group").asText().equals("treated"))
                .findFirst()
                .orElseThrow();
        assertThat(treated.at("/from/events").asInt()).isEqualTo(1);
        assertThat(treated.at("/to/events").asInt()).isEqualTo(2);
        assertThat(rate.get("frame")).isEmpty();
        assertThat(items(rate.get("by"))).singleElement().satisfies(fact -> {
            assertThat(fact.get("position").asLong()).isGreaterThan(before);
            assertThat(fact.get("type").asText()).isEqualTo("FractureRecorded");
            assertThat(fact.get("record").asText()).isEqualTo(record);
            assertThat(fact.at("/changes/0/what").asText()).isEqualTo("counted");
            assertThat(fact.at("/changes/0/to").asText()).isEqualTo("2024-06-01");
        });
        assertThat(figure(lines, "survival").get("moved").asBoolean()).isFalse();
    }

    @Test
    void aCorrectionARetractionAndANewCutOffAreToldApart() {
        String fracture = study.fracture("A-2", "2024-06-01").id();
        String wrong = study.fracture("B-2", "2024-07-01").id();
        long before = study.position();
        study.seen(study.coordinator().post(STUDY + "/subjects/A-2/fractures/" + fracture + "/corrections", """
            {"reason":"transcription-error","words":"read wrongly","record":{"date":"2025-03-01","bone":"femur","side":"left",\
            "mechanism":"low-energy","source":"radiograph","confirmation":"confirmed","note":"told by telephone"}}\
            """));
        study.seen(study.coordinator().post(STUDY + "/subjects/B-2/fractures/" + wrong + "/retraction", """
            {"reason":"transcription-error","words":"another child's"}\
            """));
        List<JsonNode> lines =
                items(study.get(STUDY + "/diff?events=true&fromCutoff=2024-10-01&toCutoff=2025-06-01&from=" + before));

        JsonNode correction = line(lines, "correction").findFirst().orElseThrow();
        assertThat(correction.get("values").get(0).get("field").asText()).isEqualTo("date");
        assertThat(correction.get("values").get(0).get("from").asText()).isEqualTo("2024-06-01");
        assertThat(correction.get("values").get(0).get("to").asText()).isEqualTo("2025-03-01");
        assertThat(correction.toString()).doesNotContain("ciphertext").contains("told by telephone");
        assertThat(line(lines, "retraction")).hasSize(1);
        assertThat(line(lines, "event").count())
                .isEqualTo(lines.getFirst().get("events").asLong());
        JsonNode rate = figure(lines, "rate");
        assertThat(items(rate.get("frame"))).extracting(JsonNode::asText).containsExactly("cut-off");
        assertThat(items(rate.get("byFrame"))).hasSize(4).allSatisfy(subject -> assertThat(
                        subject.at("/changes/0/what").asText())
                .isEqualTo("person-days"));
        assertThat(items(rate.get("by")))
                .extracting(fact -> fact.get("type").asText() + " "
                        + fact.at("/changes/0/what").asText())
                .containsExactly("FractureCorrected counted-no-longer", "FractureRetracted counted-no-longer");
    }

    @Test
    void versionOneStaysAsItWasAndAComparisonSaysWhoseOutcomeDiffersAndWhy() throws Exception {
        study.fracture("A-2", "2024-10-01");
        JsonNode before = study.get(RATE);
        study.publish(2, SmallStudy.outcomes(2, "P6M"));

        JsonNode old =
                study.get(RATE + "?version=1&cutoff=" + before.get("cutoff").asText());
        assertThat(study.get(RATE).get("version").asInt()).isEqualTo(2);
        assertThat(old.get("result")).isEqualTo(before.get("result"));
        assertThat(old.get("hypothetical").asBoolean()).isFalse();
        assertThat(study.verify(old.toString()).getFirst().get("verdict").asText())
                .isEqualTo("equal");
        JsonNode comparison = study.get(RATE + "/comparison?version=1&with=2&cutoff=2025-01-01");
        JsonNode second = items(comparison.get("subjects")).stream()
                .filter(one -> one.get("subject").asText().equals("A-2"))
                .findFirst()
                .orElseThrow();
        assertThat(items(second.get("changes")))
                .extracting(change -> change.get("what").asText() + " "
                        + change.path("reason").asText())
                .containsExactly("counted-no-longer outside the window", "person-days ");
        byte[] tried = "{id: rate, version: 3, kind: event-rate, event: {kind: fracture}, anchor: birth, to: P1Y}"
                .getBytes(StandardCharsets.UTF_8);
        JsonNode with = must(study.investigator()
                        .send("POST", RATE + "/comparison?version=1", "application/yaml", tried))
                .json();
        assertThat(with.at("/definitions/1/hypothetical").asBoolean()).isTrue();
        assertThat(with.at("/subjects/0/changes/0/what").asText()).isEqualTo("anchor-moved");
        assertThat(study.investigator().get(RATE + "?version=9").code()).isEqualTo("outcome-version-unknown");
    }

    @Test
    void aQuestionThatCannotBeAnsweredSaysWhy() {
        refused(400, "parameter-missing", STUDY + "/diff");
        refused(400, "diff-backwards", STUDY + "/diff?to=5&from=" + study.position());
        refused(400, "as-known-at-in-future", STUDY + "/diff?from=5&to=1000000");
        refused(400, "as-known-at-malformed", STUDY + "/diff?from=soon");
        refused(400, "cutoff-malformed", STUDY + "/diff?from=5&toCutoff=2024-02-30");
        refused(400, "parameter-malformed", RATE + "?version=one");
        refused(404, "study-unknown", "/api/studies/knees/diff?from=1");
        refused(404, "outcome-unknown", STUDY + "/outcomes/none/provenance");
        for (String path : List.of("/diff?from=1", "/outcomes/rate/provenance", "/outcomes/rate/receipt")) {
            assertThat(study.coordinator().get(STUDY + path).status()).as(path).isEqualTo(403);
        }
    }

    @Test
    void theCommandLineSaysTheSameAsATableAsJsonAndAsCsv() throws Exception {
        long before = study.position();
        study.fracture("A-2", "2024-06-01");
        String from = Long.toString(before);

        assertThat(run("diff", "--study", "bones", "--from", from))
                .contains("rate: moved", "FractureRecorded  A-2", "treated: counted", "survival: unmoved");
        assertThat(run("diff", "--study", "bones", "--from", from, "--format", "json"))
                .isEqualTo(
                        must(study.investigator().get(STUDY + "/diff?from=" + from, "Accept", "application/x-ndjson"))
                                .text());
        assertThat(run("diff", "--study", "bones", "--from", from, "--format", "csv"))
                .startsWith("diff,outcome,moved,")
                .contains("by-event,rate,true,treated,counted,");
        assertThat(run("provenance", "--study", "bones", "--outcome", "rate", "--subject", "A-2"))
                .contains("treated  A-2  in", "counted on 2024-06-01", "FractureRecorded");
        assertThat(run("compare", "--study", "bones", "--outcome", "rate")).contains("every subject stands the same");
        assertThat(run("outcomes", "--study", "bones", "--outcome", "rate", "--version", "1", "--format", "csv"))
                .startsWith("study,outcome,version")
                .contains("bones,rate,1,event-rate,false,");
        assertThat(TrialogProcess.run(folder, "outcomes", "--study", "bones", "--version", "1")
                        .exit())
                .isEqualTo(2);
        assertThat(TrialogProcess.run(folder, "diff", "--study", "bones").exit())
                .isEqualTo(2);
    }

    private String run(String... command) throws Exception {
        String[] line = Stream.concat(
                        Stream.of(command), Stream.of("--data", study.data().toString()))
                .toArray(String[]::new);
        Result result = TrialogProcess.run(folder, line);
        assertThat(result.exit()).as(result.stderr()).isZero();
        return result.stdout();
    }

    private void refused(int status, String code, String path) {
        Answer answer = study.investigator().get(path);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    private static JsonNode figure(List<JsonNode> lines, String outcome) {
        return line(lines, "figure")
                .filter(figure -> figure.get("outcome").asText().equals(outcome))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<JsonNode> line(List<JsonNode> lines, String kind) {
        return lines.stream().filter(line -> line.get("diff").asText().equals(kind));
    }
}
