package org.trialog.deploy.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.deploy.running.RunningStudy.STUDY;
import static org.trialog.deploy.running.RunningStudy.fracture;
import static org.trialog.deploy.running.RunningStudy.must;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialog.deploy.app.Application;
import org.trialog.deploy.datadir.DataDirectory;
import org.trialog.deploy.running.Answer;
import org.trialog.deploy.running.Api;
import org.trialog.deploy.running.RunningStudy;
import org.trialog.events.wire.FactJson;

/** What an auditor finds in the access log after others have worked. */
class AccessLogTest {

    private static final String LOG = "/api/access-log";

    @TempDir
    private static Path data;

    private static RunningStudy study;
    private static String child;

    @BeforeAll
    static void start() throws Exception {
        study = RunningStudy.start(data);
        child = study.treatedChild("SE-001");
    }

    @AfterAll
    static void stop() {
        study.close();
    }

    @Test
    void everyReadIsThereWithWhoReadWhat() throws Exception {
        must(study.investigator().get(STUDY + "/worklist?asOf=2026-01-01", "User-Agent", "a-browser"));
        must(study.nl().get(STUDY + "/subjects"));
        must(study.se().get(child));
        assertThat(found("kind=read&actor=investigator&study=boostb4&path=worklist")
                        .getFirst()
                        .without(List.of("id", "at"))
                        .toString())
                .isEqualTo("""
                    {"kind":"read","actor":"investigator","role":"investigator","method":"GET",\
                    "path":"/api/studies/boostb4/worklist","query":"asOf=2026-01-01","study":"boostb4","status":200,\
                    "address":"127.0.0.1","client":"a-browser"}\
                    """);
        assertThat(found("kind=read&actor=coordinator-nl&path=subjects")).isNotEmpty();
        assertThat(found("subject=SE-001&actor=coordinator-se&kind=read")).isNotEmpty();
        assertThat(found("role=investigator&kind=read&to=2020-01-01")).isEmpty();
        assertThat(found("role=investigator&kind=read&from=2020-01-01")).isNotEmpty();
    }

    @Test
    void everyRefusalIsThereWithItsCodeAndRule() throws Exception {
        assertThat(study.se().post(child + "/fractures", fracture("2190")).status())
                .isEqualTo(422);
        assertThat(study.nl().get(child).status()).isEqualTo(404);
        assertThat(study.auditor().post(child + "/fractures", "{}").status()).isEqualTo(403);
        assertThat(study.anonymous().get(child).status()).isEqualTo(401);
        assertThat(study.se().get("/api/nothing-here").status()).isEqualTo(404);
        assertThat(found("kind=refusal&status=422").getFirst().toString())
                .contains(
                        "\"actor\":\"coordinator-se\"", "\"rule\":17", "\"subject\":\"SE-001\"", "\"method\":\"POST\"");
        assertThat(found("kind=refusal&actor=coordinator-nl&subject=SE-001")
                        .getFirst()
                        .toString())
                .contains("\"status\":404,\"code\":\"subject-unknown\"");
        assertThat(found("kind=refusal&actor=auditor").getFirst().toString()).contains("role-not-allowed");
        assertThat(found("kind=refusal&actor=anonymous").getFirst().toString()).contains("not-logged-in");
        assertThat(found("kind=refusal&path=nothing-here").getFirst().toString())
                .contains("address-unknown");
    }

    @Test
    void rule42_everyExportIsThereWithItsFormAndLength() throws Exception {
        String lines = must(study.investigator().get(STUDY + "/history", "Accept", "application/x-ndjson"))
                .text();
        must(study.investigator().get(STUDY + "/outcomes", "Accept", "application/x-ndjson"));
        JsonNode sent = found("kind=export-sent&path=history").getFirst();
        assertThat(sent.get("rows").longValue()).isEqualTo(lines.lines().count());
        assertThat(sent.get("bytes").longValue()).isEqualTo(lines.getBytes(UTF_8).length);
        assertThat(found("kind=export&path=history").getFirst().get("id")).isEqualTo(sent.get("export"));
        assertThat(found("kind=export&path=outcomes").getFirst().get("format").asText())
                .isEqualTo("ndjson");
    }

    @Test
    void rule42_anExportWhoseRecordCannotBeWrittenIsNotGiven() throws Exception {
        alter("revoke insert on door.access from trialog_command");
        try {
            for (String what : List.of("/history", "/outcomes")) {
                Answer withheld = study.investigator().get(STUDY + what, "Accept", "application/x-ndjson");
                assertThat(withheld.status()).isEqualTo(503);
                assertThat(withheld.code()).isEqualTo("access-not-recorded");
                assertThat(withheld.text()).doesNotContain("SE-001");
            }
            assertThat(study.investigator().get(STUDY).status())
                    .as("a read waits in memory for its entry")
                    .isEqualTo(200);
            assertThat(study.dataManager()
                            .post("/api/accounts", "{\"name\":\"unseen\",\"displayName\":\"x\",\"role\":\"auditor\"}")
                            .code())
                    .isEqualTo("access-not-recorded");
        } finally {
            alter("grant insert on door.access to trialog_command");
        }
        assertThat(study.dataManager().get("/api/accounts").text()).doesNotContain("unseen");
        assertThat(found("status=503&path=history&actor=investigator")).isNotEmpty();
    }

    @Test
    void rule42_everyChangeOfAccountsAndGrantsIsThere() throws Exception {
        Api manager = study.dataManager();
        must(manager.post(
                "/api/accounts",
                "{\"name\":\"vera\",\"displayName\":\"Vera\",\"role\":\"coordinator\",\"sites\":[{\"study\":\"boostb4\","
                    + "\"site\":\"SE\"}]}"));
        must(manager.post("/api/accounts/vera/password-reset", "{}"));
        String grant = "\"account\":\"vera\",\"role\":\"coordinator\",\"site\":\"NL\"";
        must(manager.post(STUDY + "/grants", "{" + grant + "}"));
        must(manager.post(STUDY + "/grants/revocation", "{" + grant + ",\"reason\":\"moved\"}"));
        List<String> changes = found("actor=data-manager&to=2999-01-01").stream()
                .filter(entry -> entry.path("account").asText().equals("vera"))
                .map(entry -> entry.get("kind").asText() + ": "
                        + entry.path("granted").asText())
                .toList();
        assertThat(changes)
                .containsExactly(
                        "grant-revoked: coordinator at NL",
                        "grant-given: coordinator at NL",
                        "password-reset: ",
                        "account-created: coordinator at boostb4/SE");
    }

    @Test
    void loginsAreThereAndNoSecretIs() throws Exception {
        String password = must(study.dataManager()
                        .post("/api/accounts", "{\"name\":\"guest\",\"displayName\":\"x\",\"role\":\"auditor\"}"))
                .json()
                .get("password")
                .asText();
        Api nobody = study.anonymous();
        String wrong = "Zebrafinch-guess";
        nobody.post("/api/session", "{\"name\":\"guest\",\"password\":\"" + wrong + "\"}");
        nobody.post("/api/session", "{\"name\":\"" + password + "\",\"password\":\"guest\"}");
        Answer session = must(nobody.post("/api/session", "{\"name\":\"guest\",\"password\":\"" + password + "\"}"));
        String token = session.json().get("token").asText();
        Api guest = nobody.withToken(token);
        must(guest.get(STUDY + "?token=" + token + "&password=" + password));
        guest.get("/api/studies/" + token);
        guest.post(child + "/fractures", "{\"note\":\"Zebrafinch-note\"}");
        must(guest.send("DELETE", "/api/session", "application/json", new byte[0]));
        assertThat(found("actor=guest").stream()
                        .map(entry -> entry.get("kind").asText())
                        .toList()
                        .reversed())
                .containsExactly("login-refused", "login", "read", "refusal", "refusal", "logout");
        assertThat(found("kind=login-refused&actor=anonymous").getFirst().toString())
                .contains("login-refused");
        for (String secret :
                List.of(password, wrong, "Zebrafinch-note", study.local().token())) {
            assertThat(study.database().rows("select 1 from door.access a where a::text like '%" + secret + "%'"))
                    .isEmpty();
        }
        assertThat(study.database().rows("select path from door.access a where a::text like '%" + token + "%'"))
                .as("the token, which somebody put in a path")
                .isEmpty();
    }

    @Test
    void theCommandLineOfTheMachineIsThereAsItsUser() throws Exception {
        Api local = study.local();
        must(local.get(STUDY + "/history", "Trialog-Local-User", "root", "Accept", "application/x-ndjson"));
        assertThat(found("actor=local:root").getFirst().toString()).contains("\"role\":\"data-manager\"");
    }

    @Test
    void whatWasReadJustBeforeAnOrderlyEndIsThereAfterwards(@TempDir Path other) throws Exception {
        try (RunningStudy ending = RunningStudy.start(other)) {
            for (int read = 0; read < 200; read++) {
                must(ending.nl().get(STUDY + "/sites"));
            }
        }
        try (Application again = Application.start(DataDirectory.open(other), 0, line -> {})) {
            Api local =
                    Api.anonymous(again.server().url()).withToken(again.server().token());
            assertThat(must(local.get(LOG + "?actor=coordinator-nl&kind=read", "Accept", "application/x-ndjson"))
                            .text()
                            .lines())
                    .hasSize(200);
        }
    }

    @Test
    void itIsReadByAuditorsAndDataManagersAndThatIsRecorded() throws Exception {
        for (Api api : List.of(study.se(), study.investigator())) {
            Answer refused = api.get(LOG);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text()).contains("auditors and data managers");
        }
        must(study.dataManager().get(LOG + "?limit=1"));
        assertThat(found("kind=read&actor=data-manager&path=access-log")).isNotEmpty();
    }

    @Test
    void itComesInPagesOrWholeAsLinesOrAsATable() throws Exception {
        for (int read = 0; read < 5; read++) {
            must(study.nl().get(STUDY + "/sites"));
        }
        String filter = LOG + "?actor=coordinator-nl&path=/sites";
        List<Long> ids = new ArrayList<>();
        String next = filter + "&limit=2";
        while (!next.isEmpty()) {
            Answer page = must(study.auditor().get(next));
            page.json().forEach(entry -> ids.add(entry.get("id").longValue()));
            String link = page.header("Link");
            next = link.isEmpty() ? "" : link.substring(1, link.indexOf('>'));
        }
        assertThat(ids).hasSizeGreaterThanOrEqualTo(5).isSortedAccordingTo((one, other) -> Long.compare(other, one));
        assertThat(must(study.auditor().get(filter, "Accept", "application/x-ndjson"))
                        .text()
                        .lines())
                .hasSize(ids.size());
        List<String> table = must(study.auditor().get(filter, "Accept", "text/csv"))
                .text()
                .lines()
                .toList();
        assertThat(table).hasSize(ids.size() + 1);
        assertThat(table.getFirst()).startsWith("id,at,kind,actor,role,");
        must(study.se().get(STUDY + "/sites", "Trialog-Client", "=cmd|calc"));
        assertThat(must(study.auditor().get(LOG + "?actor=coordinator-se&path=/sites", "Accept", "text/csv"))
                        .text())
                .contains(",'=cmd|calc,");
    }

    @Test
    void aFilterThatCannotBeReadIsRefused() {
        for (String wrong : List.of(
                "from=yesterday",
                "to=2026-02-30",
                "kind=espionage",
                "status=abc",
                "before=x",
                "limit=0",
                "actor=%00")) {
            Answer refused = study.auditor().get(LOG + "?" + wrong);
            assertThat(refused.status()).as(wrong).isEqualTo(400);
            assertThat(refused.code()).isEqualTo("parameter-malformed");
            assertThat(refused.json().get("fields").get(0).asText()).isEqualTo(wrong.split("=", 2)[0]);
        }
    }

    private static void alter(String statement) throws Exception {
        try (var superuser = study.database().as("postgres");
                var change = superuser.createStatement()) {
            change.execute(statement);
        }
    }

    /** The entries that an auditor gets, newest first. */
    private static List<ObjectNode> found(String filter) throws Exception {
        List<ObjectNode> entries = new ArrayList<>();
        for (String line : must(study.auditor().get(LOG + "?" + filter, "Accept", "application/x-ndjson"))
                .text()
                .lines()
                .toList()) {
            entries.add((ObjectNode) FactJson.mapper().readTree(line));
        }
        return entries;
    }
}
