package org.trialog.deploy.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.deploy.running.RunningStudy.STUDY;
import static org.trialog.deploy.running.RunningStudy.dose;
import static org.trialog.deploy.running.RunningStudy.fracture;
import static org.trialog.deploy.running.RunningStudy.must;
import static org.trialog.deploy.running.RunningStudy.weight;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialog.deploy.running.Answer;
import org.trialog.deploy.running.RunningStudy;

/** What must not get in does not: a clear refusal with its code, and not one event. */
class BadInputTest {

    @TempDir
    private static Path data;

    private static RunningStudy study;
    private static String treated;
    private static String untreated;
    private static String screened;
    private static String dead;

    private long before;

    @BeforeAll
    static void start() throws Exception {
        study = RunningStudy.start(data);
        treated = study.treatedChild("SE-001");
        untreated = study.untreatedChild("SE-002");
        screened = study.screened("SE-003");
        dead = study.untreatedChild("SE-004");
        must(study.se().post(dead + "/death", "{\"date\":\"2024-05-01\"}"));
    }

    @AfterAll
    static void stop() {
        study.close();
    }

    @BeforeEach
    void count() throws SQLException {
        before = study.database().events();
    }

    @AfterEach
    void nothingWasRecorded() throws SQLException {
        assertThat(study.database().events()).isEqualTo(before);
    }

    @Test
    void namesThatNobodyKnowsAreNotFound() {
        refused(404, "study-unknown", study.se().post("/api/studies/nope/subjects/SE-001/fractures", fracture("2024")));
        refused(404, "study-unknown", study.dataManager().get("/api/studies/nope"));
        refused(404, "subject-unknown", study.se().post(STUDY + "/subjects/SE-999/fractures", fracture("2024")));
        refused(404, "subject-unknown", study.se().get(STUDY + "/subjects/SE-999"));
        refused(404, "kind-unknown", study.se().post(treated + "/nothing", "{}"));
        refused(
                404,
                "batch-unknown",
                study.dataManager().post(STUDY + "/batches/B-9/release", "{\"releasedOn\":\"2024-01-01\"}"));
        refused(404, "outcome-unknown", study.dataManager().get(STUDY + "/outcomes/nope"));
        refused(404, "address-unknown", study.se().get("/api/nowhere"));
        refused(404, "record-unknown", study.se().post(treated + "/fractures/fracture-77/retraction", reason()));
        refused(
                422,
                "arm-unknown",
                study.se().post(screened + "/arm", "{\"date\":\"2023-06-01\",\"arm\":\"placebo\"}"));
        refused(
                422,
                "visit-code-unknown",
                study.se()
                        .post(
                                treated + "/visits",
                                "{\"date\":\"2023-07-01\",\"code\":\"V99\",\"type\":\"scheduled\",\"mode\":\"clinic\"}"));
        refused(
                422,
                "measurement-unknown",
                study.se().post(treated + "/measurements", "{\"date\":\"2023-07-01\",\"code\":\"77\",\"value\":1}"));
    }

    /** Rivals' first four: a word, the day first, a day that does not exist, a year of nobody's life. */
    @ParameterizedTest
    @CsvSource({
        "hello, 400, bad-value",
        "31/02/2026, 400, bad-value",
        "2026-02-31, 422, no-such-date",
        "2023-02-30, 422, no-such-date",
        "2024-13, 422, no-such-date",
        "1899-01-01, 422, before-conception",
        "2199-01-01, 422, date-in-future",
        "'', 400, bad-value",
        "2024-03-10/2024-01-01, 400, bad-value",
        "GA 50+0, 400, bad-value",
    })
    void aDateThatIsNoneIsRefused(String date, int status, String code) {
        assertThat(refused(status, code, study.se().post(treated + "/fractures", fracture(date)))
                        .json()
                        .path("fields"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"abc\"", "\"1e3\"", "\" 120 \"", "\"\"", "\"maybe\"", "true", "[]", "{}"})
    void aValueThatIsNoNumberIsNotTakenForOne(String value) {
        assertThat(study.se()
                        .post(treated + "/measurements", weight("2023-07-01", value))
                        .status())
                .isIn(400, 422);
    }

    @ParameterizedTest
    @CsvSource({"bone, 77", "side, maybe", "mechanism, ''", "confirmation, yes"})
    void aCodeThatIsNotInItsListIsRefused(String field, String value) {
        String body =
                fracture("2024-01").replaceFirst("\"" + field + "\":\"[^\"]*\"", "\"" + field + "\":\"" + value + "\"");
        Answer answer = refused(400, "bad-value", study.se().post(treated + "/fractures", body));
        assertThat(answer.json().path("fields").path(0).asText()).isEqualTo(field);
    }

    @Test
    void aNumberDoesNotStandForACode() {
        refused(
                400,
                "bad-value",
                study.se().post(treated + "/fractures", fracture("2024-01").replace("\"femur\"", "3")));
    }

    @Test
    void aFieldTooLongUnknownOrOfAnotherFormIsRefused() {
        String open = fracture("2024-01").replace("}", "");
        refused(
                400,
                "too-long",
                study.se().post(treated + "/fractures", open + ",\"note\":\"" + "x".repeat(5000) + "\"}"));
        refused(400, "field-unknown", study.se().post(treated + "/fractures", open + ",\"nothing\":1}"));
        refused(400, "field-unknown", study.se().post(treated + "/fractures", open + ",\"instrument\":\"pain-vas\"}"));
        refused(400, "missing-field", study.se().post(treated + "/fractures", "{\"date\":\"2024-01\"}"));
        refused(400, "missing-field", study.se().post(treated + "/fractures", "{}"));
    }

    @Test
    void aBodyThatIsNoJsonIsRefusedWhateverItsForm() {
        for (String body : List.of("{\"date\":", "[]", "xx", fracture("2024-01") + " x", "[".repeat(100_000), "null")) {
            assertThat(study.se().post(treated + "/fractures", body)).satisfies(answer -> {
                assertThat(answer.status()).isEqualTo(400);
                assertThat(answer.code()).startsWith("malformed");
            });
        }
        byte[] latin = fracture("2024-01")
                .replace("}", ",\"note\":\"å\"}")
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        refused(400, "malformed-json", study.se().send("POST", treated + "/fractures", "application/json", latin));
        refused(
                415,
                "media-type",
                study.se()
                        .send(
                                "POST",
                                treated + "/fractures",
                                "text/plain",
                                fracture("2024-01").getBytes(UTF_8)));
    }

    @Test
    void anIdentifierThatCannotBeOneIsMalformed() {
        for (String subject : List.of("a b/..", "", "å", "x".repeat(500))) {
            refused(
                    400,
                    "bad-value",
                    study.se()
                            .post(
                                    STUDY + "/subjects",
                                    "{\"subject\":\"%s\",\"site\":\"SE\",\"date\":\"2024-01-01\"}".formatted(subject)));
        }
        refused(
                400,
                "bad-value",
                study.se().post(STUDY + "/subjects", "{\"subject\":\"SE-9\",\"site\":\"!!\",\"date\":\"2024-01-01\"}"));
    }

    @Test
    void dosesThatMayNotBeGivenAreRefusedWithTheirRule() {
        rule(8, study.se().post(untreated + "/treatments", dose("2023-06-20", 1, "B-1")));
        rule(1, study.se().post(treated + "/treatments", dose("2023-05-10", 1, "B-1")));
        refused(422, "not-enrolled", study.se().post(screened + "/treatments", dose("2023-06-20", 1, "B-1")));
        rule(12, study.se().post(treated + "/treatments", dose("2023-06-20", 1, "B-2")));
        rule(12, study.se().post(treated + "/treatments", dose("2023-06-20", 1, "B-99")));
        rule(9, study.se().post(treated + "/treatments", dose("2023-06-20", 2, "B-1")));
    }

    @Test
    void nothingHappensToTheDead() {
        Answer answer = study.se().post(dead + "/fractures", fracture("2024-06-01"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("rule").isInt()).isTrue();
    }

    @Test
    void ofAVisitAllIsRecordedOrNothing() {
        String visit =
                "{\"date\":\"2023-07-01\",\"type\":\"unscheduled\",\"mode\":\"clinic\",\"measurements\":[%s],\"fractures\":[%s,%s]}";
        Answer malformed = refused(
                400,
                "bad-value",
                study.se()
                        .post(
                                treated + "/visits",
                                visit.formatted(
                                        weight("2023-07-01", "6.1"),
                                        fracture("2023-06"),
                                        fracture("2023-06").replace("femur", "77"))));
        assertThat(malformed.json().path("fields").path(0).asText()).isEqualTo("fractures[1].bone");
        refused(
                422,
                "date-in-future",
                study.se()
                        .post(
                                treated + "/visits",
                                visit.formatted(
                                        weight("2023-07-01", "6.1"), fracture("2023-06"), fracture("2190-06"))));
    }

    @Test
    void aProtocolThatIsNoneIsNamedByLineAndPath() {
        Answer answer = refused(400, "protocol-malformed", yaml("study: tried\nversion: one\ntitle: [\n"));
        assertThat(answer.json().path("problems").path(0).asText()).contains("line ");
        Answer typed = refused(400, "protocol-malformed", yaml("study: tried\nversion: one\n"));
        assertThat(typed.text()).contains("line 2").contains("version");
        refused(400, "protocol-malformed", yaml("!!javax.script.ScriptEngineManager []\n"));
        refused(400, "protocol-malformed", yaml("study: \u0000\n"));
        refused(400, "protocol-malformed", yaml(""));
    }

    @Test
    void aBodyOfAHundredMegabytesIsRefusedInWords() {
        byte[] large = new byte[100 << 20];
        refused(413, "body-too-large", study.se().send("POST", treated + "/fractures", "application/json", large));
        refused(413, "body-too-large", study.anonymous().send("POST", "/api/session", "application/json", large));
    }

    @Test
    void questionsThatHaveNoAnswerAreMalformed() {
        for (String question : List.of(
                "asKnownAt=hello",
                "asKnownAt=2023-02-30",
                "asKnownAt=99999999",
                "asKnownAt=2190-01-01",
                "asKnownAt=-1",
                "cutoff=2023-02-30",
                "after=nope")) {
            assertThat(study.dataManager().get(STUDY + "/outcomes?" + question).status())
                    .as(question)
                    .isEqualTo(400);
        }
        assertThat(study.dataManager().get(STUDY + "/history?from=x").status()).isEqualTo(400);
        assertThat(study.dataManager().get(STUDY + "/history?limit=0").status()).isEqualTo(400);
    }

    @Test
    void accountsThatCannotBeAreRefused() {
        for (String account : List.of(
                "{\"name\":\"a b\",\"displayName\":\"x\",\"role\":\"auditor\"}",
                "{\"name\":\"ab\",\"displayName\":\"\\u0000\",\"role\":\"auditor\"}",
                "{\"name\":\"ab\",\"displayName\":\"x\",\"role\":\"emperor\"}",
                "{\"name\":\"ab\",\"displayName\":\"x\",\"role\":\"coordinator\",\"sites\":[null]}",
                "{\"name\":\"ab\",\"displayName\":\"x\",\"role\":\"coordinator\",\"sites\":[{\"study\":\"!\",\"site\":\"SE\"}]}",
                "[]")) {
            assertThat(study.dataManager().post("/api/accounts", account).status())
                    .as(account)
                    .isEqualTo(400);
        }
        refused(
                422,
                "account-exists",
                study.dataManager()
                        .post("/api/accounts", "{\"name\":\"auditor\",\"displayName\":\"x\",\"role\":\"auditor\"}"));
        refused(
                401,
                "login-refused",
                study.anonymous().post("/api/session", "{\"name\":\"a\\u0000\",\"password\":\"x\"}"));
        refused(
                400,
                "bad-value",
                study.dataManager()
                        .post(
                                STUDY + "/sites",
                                "{\"site\":\"XX\",\"name\":\"x\",\"zone\":\"Mars/Base\",\"country\":\"SE\"}"));
    }

    @Test
    void anArchiveThatIsNoneIsRefusedBeforeAnythingIsImported() {
        String imports = "/api/imports?study=tried&from=sdtm";
        refused(
                400,
                "import-empty",
                study.dataManager().send("POST", imports, "application/zip", "no zip".getBytes(UTF_8)));
        refused(
                400,
                "encoding-unknown",
                study.dataManager().send("POST", imports + "&encoding=nope", "application/zip", new byte[1]));
        refused(
                400,
                "format-not-available",
                study.dataManager().send("POST", imports.replace("sdtm", "odm"), "application/zip", new byte[1]));
        refused(
                400,
                "bad-value",
                study.dataManager().send("POST", imports + "&dryRun=perhaps", "application/zip", new byte[1]));
    }

    @Test
    void ofTwoWritersWhoSawTheSameOnlyOneIsHeard() throws Exception {
        String child = study.untreatedChild("SE-100");
        String seen =
                must(study.se().post(child + "/fractures", fracture("2023-06"))).header("ETag");
        before = study.database().events();
        assertThat(seen).matches("\"\\d+\"");
        List<Callable<Answer>> writers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String body = weight("2023-07-0" + (i + 1), "6." + i);
            writers.add(() -> study.se().post(child + "/measurements", body, "If-Match", seen));
        }
        List<Integer> answers = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(6)) {
            for (var answer : pool.invokeAll(writers)) {
                answers.add(answer.get().status());
            }
        }
        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 412);
        assertThat(study.database().events()).isEqualTo(before + 1);
        before++;
    }

    private static String reason() {
        return "{\"reason\":\"transcription-error\",\"words\":\"wrong\"}";
    }

    private static Answer yaml(String text) {
        return study.dataManager().send("POST", "/api/studies", "application/yaml", text.getBytes(UTF_8));
    }

    private static void rule(int number, Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(422);
        assertThat(answer.json().path("rule").asInt()).as("%s", answer).isEqualTo(number);
    }

    private static Answer refused(int status, String code, Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.code()).as("%s", answer).isEqualTo(code);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("detail").asText()).isNotBlank();
        return answer;
    }
}
