package org.trialog.deploy.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.deploy.running.RunningStudy.STUDY;
import static org.trialog.deploy.running.RunningStudy.fracture;
import static org.trialog.deploy.running.RunningStudy.must;
import static org.trialog.deploy.running.RunningStudy.weight;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialog.deploy.running.Answer;
import org.trialog.deploy.running.Api;
import org.trialog.deploy.running.RunningStudy;

/** Who may do what, and what the history says of who did it. */
class DoorTest {

    private static final List<String> OPEN = List.of("POST /api/session");

    @TempDir
    private static Path data;

    private static final PrintStream STDOUT = System.out;
    private static final PrintStream STDERR = System.err;
    private static final ByteArrayOutputStream SAID = new ByteArrayOutputStream();

    private static RunningStudy study;
    private static String child;

    @BeforeAll
    static void start() throws Exception {
        PrintStream listening = new PrintStream(SAID, true, StandardCharsets.UTF_8);
        System.setOut(listening);
        System.setErr(listening);
        study = RunningStudy.start(data);
        child = study.treatedChild("SE-001");
    }

    @AfterAll
    static void stop() {
        study.close();
        System.setOut(STDOUT);
        System.setErr(STDERR);
    }

    @Test
    void nobodyGetsInAnywhere() {
        JsonNode paths = study.anonymous().get("/api/openapi.json").json().get("paths");
        Map<String, Integer> answers = new TreeMap<>();
        paths.properties().forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
            String address = path.getKey()
                    .replace("{study}", "boostb4")
                    .replace("{subject}", "SE-001")
                    .replaceAll("\\{\\w+}", "fracture-1");
            Api nobody = study.anonymous();
            Answer answer = nobody.send(nobody.request(address)
                    .header("Content-Type", "application/json")
                    .method(
                            method.toUpperCase(java.util.Locale.ROOT),
                            method.equals("post") ? BodyPublishers.ofString("{}") : BodyPublishers.noBody()));
            answers.put(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(), answer.status());
        }));
        assertThat(answers).hasSizeGreaterThan(90);
        OPEN.forEach(open -> assertThat(answers.remove(open)).isEqualTo(400));
        assertThat(answers)
                .allSatisfy((address, status) -> assertThat(status).as(address).isEqualTo(401));
        assertThat(study.anonymous().withToken("guessed").get("/api/studies").status())
                .isEqualTo(401);
        assertThat(study.anonymous().get("/actuator/health").status()).isEqualTo(200);
    }

    @Test
    void theWrongRoleIsRefused() {
        for (Api api : List.of(study.investigator(), study.auditor(), study.dataManager())) {
            forbidden(api.post(child + "/fractures", fracture("2024-01")));
            forbidden(api.post(STUDY + "/subjects", "{\"subject\":\"SE-9\",\"site\":\"SE\",\"date\":\"2024-01-01\"}"));
        }
        for (Api api : List.of(study.investigator(), study.auditor(), study.se())) {
            forbidden(api.post("/api/accounts", "{}"));
            forbidden(api.get("/api/accounts"));
            forbidden(api.post(STUDY + "/batches/B-2/release", "{\"releasedOn\":\"2024-01-01\"}"));
            forbidden(api.post("/api/accounts/auditor/password-reset", "{}"));
            forbidden(api.send("POST", "/api/studies", "application/yaml", new byte[1]));
            forbidden(api.send("POST", "/api/imports?study=x&from=sdtm", "application/zip", new byte[1]));
        }
        assertThat(study.se().get(STUDY + "/outcomes").status()).isEqualTo(403);
    }

    @Test
    void aForeignSiteDoesNotKnowThatTheChildExists() {
        assertThat(study.nl().get(child).status()).isEqualTo(404);
        assertThat(study.nl().get(child + "/history").status()).isEqualTo(404);
        assertThat(study.nl().post(child + "/fractures", fracture("2024-01")).status())
                .isEqualTo(404);
        assertThat(study.nl()
                        .post(child + "/fractures?site=SE", fracture("2024-01"))
                        .status())
                .isEqualTo(404);
        assertThat(study.nl().get(STUDY + "/subjects").text()).doesNotContain("SE-001");
        assertThat(study.nl().get(STUDY + "/history").text()).doesNotContain("SE-001");
        assertThat(study.nl().get(child).text().replace("SE-001", "?"))
                .isEqualTo(study.nl().get(STUDY + "/subjects/SE-777").text().replace("SE-777", "?"));
    }

    @Test
    void aCookieOpensAsATokenDoesUntilItIsGivenBack() {
        String password = must(study.dataManager()
                        .post("/api/accounts", "{\"name\":\"visitor\",\"displayName\":\"x\",\"role\":\"auditor\"}"))
                .json()
                .get("password")
                .asText();
        Answer session =
                study.anonymous().post("/api/session", "{\"name\":\"visitor\",\"password\":\"" + password + "\"}");
        String cookie = session.header("Set-Cookie");
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict");
        String pair = cookie.substring(0, cookie.indexOf(';'));
        Api nobody = study.anonymous();
        assertThat(nobody.get("/api/session", "Cookie", pair).json().get("name").asText())
                .isEqualTo("visitor");
        assertThat(nobody.send("DELETE", "/api/session", "application/json", new byte[0], "Cookie", pair)
                        .status())
                .isEqualTo(204);
        assertThat(nobody.get("/api/session", "Cookie", pair).status()).isEqualTo(401);
        Api second = study.anonymous().login("visitor", password);
        must(study.dataManager().post("/api/accounts/visitor/password-reset", "{}"));
        assertThat(second.get("/api/studies").status())
                .as("a session from before the password was replaced")
                .isEqualTo(401);
    }

    @Test
    void theActorIsTheAccountWhateverTheRequestSays() {
        Answer made = must(study.se()
                .post(
                        child + "/fractures",
                        fracture("2024-02"),
                        "Trialog-Local-User",
                        "root",
                        "Trialog-Client",
                        "page"));
        JsonNode last = last(made);
        assertThat(last.get("actor").asText()).isEqualTo("coordinator-se");
        assertThat(last.get("role").asText()).isEqualTo("coordinator");
        assertThat(last.get("site").asText()).isEqualTo("SE");
        assertThat(last.get("recordedAt").asText())
                .isEqualTo(made.json().get("recordedAt").asText());
    }

    @Test
    void aRetryWithItsKeyIsAnsweredAgainAndRecordedOnce() throws Exception {
        String body = weight("2023-08-01", "7.1");
        Answer first = must(study.se().post(child + "/measurements", body, "Idempotency-Key", "k-1"));
        long events = study.database().events();
        Answer again = study.se().post(child + "/measurements", body, "Idempotency-Key", "k-1");
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        Answer other = study.se().post(child + "/measurements", weight("2023-08-01", "7.2"), "Idempotency-Key", "k-1");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("idempotency-key-reused");
        assertThat(study.database().events()).isEqualTo(events);
        assertThat(study.se()
                        .post(child + "/fractures", fracture("2190"), "Idempotency-Key", "k-2")
                        .status())
                .isEqualTo(422);
        must(study.se().post(child + "/fractures", fracture("2023-09"), "Idempotency-Key", "k-2"));
    }

    @Test
    void aCorrectionAndARetractionKeepWhatWasSaid() {
        Answer made = must(study.se().post(child + "/fractures", fracture("2023-10")));
        String record = child + "/fractures/" + made.id();
        String why = "\"reason\":\"transcription-error\",\"words\":\"misread the letter\"";
        assertThat(study.se()
                        .post(record + "/corrections", "{\"record\":" + fracture("2023-11") + "}")
                        .status())
                .isEqualTo(400);
        Answer corrected =
                must(study.se().post(record + "/corrections", "{" + why + ",\"record\":" + fracture("2023-11") + "}"));
        assertThat(last(corrected).get("type").asText()).isEqualTo("FractureCorrected");
        assertThat(last(corrected).get("reason").toString()).contains("transcription-error");
        Answer stale = study.se().post(record + "/retraction", "{" + why + "}", "If-Match", made.header("ETag"));
        assertThat(stale.status()).isEqualTo(412);
        assertThat(study.se()
                        .post(child + "/measurements/" + made.id() + "/retraction", "{" + why + "}")
                        .status())
                .as("retracted as a record of another kind")
                .isEqualTo(404);
        Answer retracted =
                must(study.se().post(record + "/retraction", "{" + why + "}", "If-Match", corrected.header("ETag")));
        assertThat(last(retracted).get("type").asText()).isEqualTo("FractureRetracted");
        assertThat(study.se().post(record + "/retraction", "{" + why + "}").status())
                .isEqualTo(422);
    }

    @Test
    void whatBrokeARuleIsRecordedAsADeviation() {
        String other = study.treatedChild("SE-002");
        String early = "{\"date\":\"2023-05-01\",\"code\":\"BL\",\"type\":\"scheduled\",\"mode\":\"clinic\"";
        assertThat(study.se().post(other + "/visits", early + "}").status()).isEqualTo(422);
        Answer made = must(
                study.se().post(other + "/visits", early + ",\"asDeviation\":{\"reason\":\"seen by a colleague\"}}"));
        assertThat(study.se()
                        .get(other + "/history?after="
                                + made.json().get("after").asText())
                        .text())
                .contains("DeviationRecorded", "\"reason\":{\"text\":\"seen by a colleague\"}");
    }

    @Test
    void aDateIsShownAsPreciselyAsItIsKnown() {
        for (String date : List.of("2023", "2023-12", "2023-12-03", "2023-11-02/2024-01-09")) {
            Answer made = must(study.se().post(child + "/fractures", fracture(date)));
            assertThat(must(study.se()
                                    .get(child + "/history?after="
                                            + made.json().get("after").asText()))
                            .json()
                            .valueStream()
                            .filter(fact -> fact.at("/data/id").asText().equals(made.id()))
                            .map(fact -> fact.at("/data/details/date").asText()))
                    .containsExactly(date);
        }
    }

    @Test
    void theHistoryCannotBeRewrittenByTheApplication() throws Exception {
        for (String role : List.of("trialog_command", "trialog_query")) {
            for (String sql : List.of(
                    "update store.event set payload = payload",
                    "delete from store.event",
                    "truncate store.event",
                    "truncate store.event cascade",
                    "alter table store.event disable trigger all",
                    "drop table store.event",
                    "update store.position set position = position",
                    "delete from store.position where position < 0 or true")) {
                if (role.equals("trialog_command") && sql.contains("store.position")) {
                    continue;
                }
                assertThat(refuses(role, sql)).as(role + ": " + sql).isTrue();
            }
            assertThat(study.database()
                            .rows("select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where"
                                    + " r.rolname = '"
                                    + role + "'"))
                    .isEmpty();
            assertThat(study.database()
                            .rows("select 1 from pg_roles where rolname = '" + role
                                    + "' and (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls"
                                    + " or rolreplication)"))
                    .isEmpty();
        }
        for (String sql : List.of("update store.event set payload = payload", "delete from store.event")) {
            assertThat(refuses("trialog_owner", sql)).as("the owner: " + sql).isTrue();
        }
    }

    private static boolean refuses(String role, String sql) throws Exception {
        try (Connection connection = study.database().as(role);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute(sql);
                return false;
            } catch (java.sql.SQLException refused) {
                return true;
            } finally {
                connection.rollback();
            }
        }
    }

    @Test
    void nothingPersonalStandsInClearAnywhere() throws Exception {
        List<String> secrets =
                List.of("2022-09-17", "Zebrafinch-note", "Zebrafinch-words", "Zebrafinch-term", "Zebrafinch-why");
        must(study.se().post(STUDY + "/subjects", "{\"subject\":\"SE-050\",\"site\":\"SE\",\"date\":\"2023-05-15\"}"));
        String own = STUDY + "/subjects/SE-050";
        must(study.se()
                .post(own + "/birth", "{\"birthDate\":\"2022-09-17\",\"gestationalAge\":\"39+0\",\"sex\":\"F\"}"));
        must(study.se().post(own + "/consents", "{\"date\":\"2023-05-20\",\"by\":\"guardian\",\"protocolVersion\":2}"));
        must(study.se().post(own + "/enrolment", "{\"date\":\"2023-06-01\"}"));
        must(study.se().post(own + "/arm", "{\"date\":\"2023-06-01\",\"arm\":\"control-prospective\"}"));
        Answer made = must(study.se()
                .post(own + "/fractures", fracture("2023-07").replace("}", ",\"note\":\"Zebrafinch-note\"}")));
        must(study.se()
                .post(
                        own + "/fractures/" + made.id() + "/corrections",
                        "{\"reason\":\"other\",\"words\":\"Zebrafinch-words\",\"record\":" + fracture("2023-08")
                                + "}"));
        must(
                study.se()
                        .post(
                                own + "/visits",
                                "{\"date\":\"2023-05-01\",\"code\":\"BL\",\"type\":\"scheduled\",\"mode\":\"clinic\",\"asDeviation\":{\"reason\":\"Zebrafinch-why\"}}"));
        study.se().post(own + "/birth", "{\"birthDate\":\"2022-09-17\",\"nonsense\":\"Zebrafinch-term\"}");
        study.se().post(own + "/adverse-events", "{\"date\":\"2022-09-17\",\"reportedTerm\":\"Zebrafinch-term\"}");
        for (String secret : secrets) {
            assertThat(study.database()
                            .rows("select type from store.event where payload::text like '%" + secret
                                    + "%' or metadata::text like '%" + secret + "%'"))
                    .as(secret + " in the events")
                    .isEmpty();
            try (Stream<Path> logs = Files.walk(data.resolve("log"))) {
                for (Path log : logs.filter(Files::isRegularFile).toList()) {
                    assertThat(Files.readString(log)).doesNotContain(secret);
                }
            }
            assertThat(SAID.toString(StandardCharsets.UTF_8)).doesNotContain(secret);
        }
    }

    private static JsonNode last(Answer made) {
        JsonNode lines = must(study.se()
                        .get(child + "/history?after="
                                + made.json().get("after").asText()))
                .json();
        return lines.get(lines.size() - 1);
    }

    private static void forbidden(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("role-not-allowed");
    }
}
