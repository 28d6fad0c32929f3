package org.trialog.deploy.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.deploy.running.RunningStudy.STUDY;
import static org.trialog.deploy.running.RunningStudy.must;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialog.deploy.running.Answer;
import org.trialog.deploy.running.Api;
import org.trialog.deploy.running.RunningStudy;

/** What people write about a subject, read over HTTP by who may, redacted, restricted, and never erased with the record. */
class PersonalDataTest {

    private static final String ASKED = "Which of the two femora broke?";
    private static final String ANSWERED = "The left one, says her grandmother Greta";

    @TempDir
    static Path data;

    private static RunningStudy study;

    @BeforeAll
    static void start() throws Exception {
        study = RunningStudy.start(data);
    }

    @AfterAll
    static void stop() {
        study.close();
    }

    @Test
    void aQueryIsAskedReadInClearAnsweredAndReadAgain() {
        String child = study.untreatedChild("SE-701");
        Answer asked = must(study.dataManager()
                .post(child + "/queries", "{\"about\":\"birth-1\",\"words\":\"%s\"}".formatted(ASKED)));
        JsonNode seen = read(study.se(), child + "/queries", asked).get(0);
        assertThat(seen.at("/steps/0/words/text").asText()).isEqualTo(ASKED);

        Answer answered =
                must(study.se().post(child + "/queries/query-1/answer", "{\"words\":\"%s\"}".formatted(ANSWERED)));
        for (String path : List.of(child + "/queries", STUDY + "/queries")) {
            assertThat(read(study.dataManager(), path, answered).toString()).contains(ANSWERED);
        }
        assertThat(read(study.auditor(), child + "/history", answered).toString())
                .contains(ASKED, ANSWERED);
        assertThat(study.nl().get(child + "/queries").status()).isEqualTo(404);
        assertThat(study.nl().get(STUDY + "/queries").text()).doesNotContain(ASKED, ANSWERED);
        assertThat(study.nl().get(STUDY + "/history").text()).doesNotContain(ASKED, ANSWERED);
    }

    @Test
    void aBirthDateIsShownToItsOwnSiteAndItsAgeToEverybody() {
        String child = study.screened("SE-702");
        Answer last = must(study.dataManager().post(child + "/queries", "{\"words\":\"%s\"}".formatted(ASKED)));
        read(study.auditor(), child, last);
        assertThat(birth(study.se(), child).at("/birthDate/text").asText()).isEqualTo("2023-03-10");
        for (Api other : List.of(study.investigator(), study.auditor(), study.dataManager())) {
            assertThat(birth(other, child).at("/birthDate/withheld").asBoolean())
                    .isTrue();
            assertThat(birth(other, child).get("age")).isNotNull();
            assertThat(lines(other, child)).noneMatch(line -> line.contains("2023-03-10"));
        }
        assertThat(study.nl().get(child).status()).isEqualTo(404);
    }

    @Test
    void rule43_aRedactionIsForEverAndForEveryMomentAndTheHistoryStandsAsItStood() throws SQLException {
        String child = study.untreatedChild("SE-703");
        must(study.se()
                .post(
                        child + "/fractures",
                        RunningStudy.fracture("2023-07-01").replace("}", ",\"note\":\"rang Greta Berg\"}")));
        must(study.se()
                .post(
                        child + "/fractures/fracture-1/corrections",
                        "{\"reason\":\"transcription-error\",\"words\":\"Greta rang again\",\"record\":%s}"
                                .formatted(RunningStudy.fracture("2023-07-02")
                                        .replace("}", ",\"note\":\"Greta Berg rang\"}"))));
        Answer last = must(study.se()
                .post(child + "/fractures", RunningStudy.fracture("2023-09-01").replace("}", ",\"note\":\"stays\"}")));
        long before = read(study.auditor(), child, last).get("position").asLong();
        List<String> ciphertexts = ciphertexts();

        String order = "{\"record\":\"fracture-1\",\"field\":\"note\",\"reason\":\"entered-in-error\"}";
        refused(422, "data-managers-decision", study.se().post(child + "/redactions", order));
        Answer redacted = must(study.dataManager().post(child + "/redactions", order));

        JsonNode record = read(study.se(), child, redacted);
        long position = record.get("position").asLong();
        JsonNode note = entry(record, "fracture-1").at("/details/note");
        assertThat(note.get("erased").asBoolean()).isTrue();
        assertThat(note.get("by").asLong()).isEqualTo(position);
        assertThat(entry(record, "fracture-2").at("/details/note/text").asText())
                .isEqualTo("stays");
        JsonNode then = study.se().get(child + "?asKnownAt=" + before).json();
        assertThat(entry(then, "fracture-1").at("/details/note/by").asLong())
                .as("also of a moment before it")
                .isEqualTo(position);
        List<String> history = lines(study.auditor(), child);
        assertThat(history).noneMatch(line -> line.contains("Greta Berg"));
        assertThat(history).anyMatch(line -> line.contains("\"reasonWords\":{\"text\":\"Greta rang again\"}"));
        assertThat(ciphertexts()).as("the history stands as it stood").containsAll(ciphertexts);
        assertThat(study.database().rows("""
            select bool_and(p.leaf = store.leaf(e)) from store.position p
            join store.event e on e.store_sequence = p.store_sequence
            """)).containsExactly("t");

        refused(422, "redacted-already", study.dataManager().post(child + "/redactions", order));
        refused(
                422,
                "field-not-personal",
                study.dataManager().post(child + "/redactions", order.replace("note", "bone")));
        refused(404, "record-unknown", study.dataManager().post(child + "/redactions", order.replace("-1", "-9")));
    }

    @Test
    void rule43_erasureIsRefusedAndRestrictionHidesPersonalFieldsOnly() {
        String child = study.untreatedChild("SE-704");
        Answer refused = study.dataManager().post(child + "/erasure", "{}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("rule").asInt()).isEqualTo(43);
        assertThat(refused.json().get("detail").asText()).contains("25 years", "restriction");

        Answer restricted = must(study.dataManager()
                .post(child + "/restriction", "{\"reason\":\"erasure-requested\",\"words\":\"the parents rang\"}"));
        JsonNode record = read(study.se(), child, restricted);
        assertThat(record.get("restricted").asBoolean()).isTrue();
        assertThat(entry(record, "birth-1").at("/details/birthDate/restricted").asBoolean())
                .isTrue();
        assertThat(entry(record, "birth-1").at("/details/age")).isNotEmpty();
        assertThat(study.se().get(STUDY + "/worklist?asOf=2023-12-01").text()).contains("\"kind\":\"restricted\"");
        must(study.se().post(child + "/fractures", RunningStudy.fracture("2023-10-01")));

        Answer lifted = must(study.dataManager()
                .post(child + "/restriction/lifting", "{\"reason\":\"request-withdrawn\",\"words\":\"rang again\"}"));
        assertThat(entry(read(study.se(), child, lifted), "birth-1")
                        .at("/details/birthDate/text")
                        .asText())
                .isEqualTo("2023-03-10");
    }

    @Test
    void noAnswerShowsCiphertext() {
        String child = study.untreatedChild("SE-705");
        Answer asked = must(study.dataManager().post(child + "/queries", "{\"words\":\"%s\"}".formatted(ASKED)));
        read(study.se(), child, asked);
        JsonNode paths = study.auditor().get("/api/openapi.json").json().get("paths");
        paths.properties().stream()
                .filter(path -> path.getKey().startsWith("/api/studies")
                        && path.getValue().has("get"))
                .map(path -> path.getKey()
                        .replace("{study}", "boostb4")
                        .replace("{subject}", "SE-705")
                        .replace("{outcome}", "fracture-free-year-1"))
                .forEach(path ->
                        assertThat(study.auditor().get(path).text()).as(path).doesNotContain("ciphertext"));
    }

    private static JsonNode read(Api reader, String path, Answer after) {
        return must(reader.get(path + "?after=" + after.json().get("after").asText()))
                .json();
    }

    private static JsonNode birth(Api reader, String child) {
        return entry(must(reader.get(child)).json(), "birth-1").get("details");
    }

    private static JsonNode entry(JsonNode record, String id) {
        for (JsonNode entry : record.get("entries")) {
            if (entry.get("id").asText().equals(id)) {
                return entry;
            }
        }
        throw new AssertionError("no " + id + " in " + record);
    }

    private static List<String> lines(Api reader, String child) {
        return must(reader.get(child + "/history", "Accept", "application/x-ndjson"))
                .text()
                .lines()
                .toList();
    }

    private static List<String> ciphertexts() throws SQLException {
        return study.database().rows("select payload from store.event order by store_sequence");
    }

    private static void refused(int status, String code, Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }
}
