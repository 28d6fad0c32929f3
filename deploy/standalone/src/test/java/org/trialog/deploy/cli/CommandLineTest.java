package org.trialog.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.trialog.deploy.running.TrialogProcess;
import org.trialog.deploy.running.TrialogProcess.Result;
import org.trialog.events.wire.FactJson;

/** The command line as a person or a script uses it: processes of their own, beside a server that holds the data. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandLineTest {

    private static final List<String> HISTORY_KEYS = List.of(
            "position",
            "recordedAt",
            "type",
            "revision",
            "study",
            "subject",
            "actor",
            "role",
            "site",
            "source",
            "reason",
            "data");

    /** Its STUDYID is TRIALOG-FIX. */
    private static final String STUDY = "trialog-fix";

    @TempDir
    static Path folder;

    private TrialogProcess server;
    private String address = "";

    @BeforeAll
    void serve() throws Exception {
        server = TrialogProcess.start(folder, "serve", "--data", data(), "--port", "0");
        address = server.address().toString();
        JsonNode report = json(run("import", "--study", STUDY, "--from", "sdtm", fixture(), "--format", "json"));
        report.get("domains").forEach(domain -> assertThat(domain.get("in").asInt())
                .isEqualTo(domain.get("accepted").asInt()
                        + domain.get("duplicate").asInt()
                        + domain.get("rejected").asInt()));
        assertThat(report.at("/domains/dm/accepted").asInt()).isPositive();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void usageIsSaidWithExitTwo() throws Exception {
        for (String[] line : new String[][] {{}, {"frobnicate"}, {"outcomes"}, {"study"}, {"history", "--study"}}) {
            Result said = TrialogProcess.run(folder, line);
            assertThat(said.exit()).as(String.join(" ", line)).isEqualTo(2);
            assertThat(said.stdout()).isEmpty();
            assertThat(said.stderr()).contains("Usage");
        }
    }

    @Test
    void aFailureIsSaidWithItsCodeOnStderrAndExitOne() throws Exception {
        fails("study-unknown", "outcomes", "--study", "nowhere");
        fails("as-known-at-in-future", "outcomes", "--study", STUDY, "--as-known-at", "2999-01-01");
        fails("cutoff-malformed", "outcomes", "--study", STUDY, "--cutoff", "2023-02-30");
        fails("grouping-unknown", "outcomes", "--study", STUDY, "--outcome", firstOutcome(), "--by", "colour");
        Result nobody = TrialogProcess.run(folder, "outcomes", "--study", STUDY, "--url", address);
        assertThat(nobody.exit()).isEqualTo(1);
        assertThat(nobody.stderr()).contains("[no-account]");
    }

    @Test
    void theOverviewIsSaidAsTablesAsJsonAndOneTableAsCsv() throws Exception {
        JsonNode overview = json(run("overview", "--study", STUDY, "--format", "json"));
        assertThat(overview.path("result").properties().stream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("flow", "baseline", "exposure", "visits", "fractureRateByAge");
        JsonNode screened = overview.path("result").path("flow").get(0);
        assertThat(screened.path("step").asText()).isEqualTo("screened");
        int subjects = screened.path("subjects").asInt();
        assertThat(subjects).isPositive();
        assertThat(run("overview", "--study", STUDY).stdout())
                .startsWith("flow")
                .contains("baseline", "exposure", "visits", "fractures by age");
        List<String> flow = run("overview", "--study", STUDY, "--table", "flow", "--format", "csv")
                .stdout()
                .lines()
                .toList();
        assertThat(flow.getFirst()).startsWith("codes,group,step,subjects");
        assertThat(flow).hasSize(overview.path("result").path("flow").size() + 1);
        assertThat(TrialogProcess.run(folder, "overview", "--study", STUDY, "--format", "csv")
                        .exit())
                .isEqualTo(2);
        fails("cutoff-malformed", "overview", "--study", STUDY, "--cutoff", "2023-02-30");
    }

    @Test
    void theAccessLogSaysWhoExportedAtThisMachine() throws Exception {
        run("history", "--study", STUDY, "--format", "csv");
        String[] asked = {"access-log", "--study", STUDY, "--kind", "export", "--from", "2020-01-01", "--format"};
        List<String> lines = run(Stream.concat(Arrays.stream(asked), Stream.of("json"))
                        .toArray(String[]::new))
                .stdout()
                .lines()
                .toList();
        assertThat(lines).isNotEmpty().allSatisfy(line -> assertThat(line)
                .contains("\"kind\":\"export\",\"actor\":\"local:" + System.getProperty("user.name") + "\"")
                .contains("\"client\":\"command-line\"")
                .contains("/history"));
        assertThat(run(Stream.concat(Arrays.stream(asked), Stream.of("csv")).toArray(String[]::new))
                        .stdout())
                .startsWith("id,at,kind,actor,role,method,path,");
    }

    @Test
    void importingAgainRecordsNothing() throws Exception {
        String before = run("history", "--study", STUDY, "--format", "json").stdout();
        JsonNode again = json(run("import", "--study", STUDY, "--from", "sdtm", fixture(), "--format", "json"));

        again.get("domains")
                .forEach(domain -> assertThat(domain.get("accepted").asInt()).isZero());
        assertThat(run("history", "--study", STUDY, "--format", "json").stdout())
                .isEqualTo(before);
    }

    @Test
    void aDryRunDecidesAndRecordsNothing() throws Exception {
        JsonNode report =
                json(run("import", "--study", STUDY, "--from", "sdtm", fixture(), "--dry-run", "--format", "json"));
        assertThat(report.at("/domains/dm/duplicate").asInt()).isPositive();
    }

    @Test
    void historyHasTheFixedKeysAndNothingPersonalInClear() throws Exception {
        String history = run("history", "--study", STUDY, "--format", "json").stdout();
        history.lines().map(CommandLineTest::read).forEach(line -> {
            assertThat(line.properties()).extracting(Map.Entry::getKey).containsExactlyElementsOf(HISTORY_KEYS);
            assertThat(line.get("actor").asText()).startsWith("local:");
        });
        assertThat(history).contains("BirthRecorded", "AdverseEventReported");
        String dm = Files.readString(Path.of(fixture(), "dm.csv"));
        int births = List.of(
                        dm.lines().findFirst().orElseThrow().replace("\"", "").split(","))
                .indexOf("BRTHDTC");
        dm.lines()
                .skip(1)
                .map(row -> row.replace("\"", "").split(",", -1)[births])
                .filter(born -> born.length() == 10)
                .forEach(born -> assertThat(history).doesNotContain(born));
    }

    @Test
    void figuresComeOneALineAndADefinitionCanBeTried() throws Exception {
        String published = run("outcomes", "--study", STUDY, "--format", "json").stdout();
        assertThat(published.lines().map(CommandLineTest::read)).isNotEmpty().allSatisfy(figure -> assertThat(
                        figure.get("hypothetical").asBoolean())
                .isFalse());
        Path definition = Files.writeString(folder.resolve("definition.yaml"), """
            id: any-event
            version: 1
            kind: event-rate
            event: {kind: adverse-event}
            anchor: enrolment
            by: none
            """);
        JsonNode tried =
                json(run("outcomes", "--study", STUDY, "--definition", definition.toString(), "--format", "json"));
        assertThat(tried.get("hypothetical").asBoolean()).isTrue();
        assertThat(tried.at("/result/groups/0/events").isNumber()).isTrue();
        assertThat(run("outcomes", "--study", STUDY, "--format", "csv").stdout())
                .startsWith("study,outcome,version");
    }

    @Test
    void aProtocolIsPublishedOnceAndAMalformedOneIsNamedByLineAndPath() throws Exception {
        Path good = Files.writeString(
                folder.resolve("small.yaml"), "study: small\nversion: 1\ntitle: Small\narms:\n  - {id: one}\n");
        assertThat(run("study", "publish", good.toString()).exit()).isZero();
        String before = run("history", "--study", "small", "--format", "json").stdout();
        assertThat(run("study", "publish", good.toString()).exit()).isZero();
        assertThat(run("history", "--study", "small", "--format", "json").stdout())
                .isEqualTo(before);

        Path bad = Files.writeString(
                folder.resolve("bad.yaml"), "study: small\nversion: two\ntitle: Small\narms:\n  - {id: one}\n");
        Result refused = run("study", "publish", bad.toString());
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.stderr()).contains("[protocol-malformed]", "bad.yaml:2:10: version");
    }

    @Test
    void whatCannotBeImportedIsNamedByFileAndLine() throws Exception {
        Path broken = copy("broken");
        Files.writeString(broken.resolve("ae.csv"), Files.readString(broken.resolve("ae.csv")) + "\"unclosed,1\n");
        assertThat(fails("sdtm-malformed-csv", "import", "--study", STUDY, "--from", "sdtm", broken.toString()))
                .contains("ae.csv, line ");

        Path headless = copy("headless");
        Files.delete(headless.resolve("dm.csv"));
        fails("sdtm-missing-domain", "import", "--study", STUDY, "--from", "sdtm", headless.toString());

        Path foreign = copy("foreign");
        Files.writeString(
                foreign.resolve("ae.csv"),
                Files.readString(foreign.resolve("ae.csv")).replace("burning", "brännande"),
                StandardCharsets.ISO_8859_1);
        assertThat(fails("sdtm-wrong-encoding", "import", "--study", STUDY, "--from", "sdtm", foreign.toString()))
                .contains("ae.csv");
        fails("not-a-folder", "import", "--study", STUDY, "--from", "sdtm", "nowhere");
    }

    @Test
    void anAccountIsMadeUsedAndReset() throws Exception {
        String password = json(run(
                        "user", "create", "ivy", "--role", "investigator", "--display-name", "Ivy", "--format", "json"))
                .get("password")
                .asText();
        assertThat(as("ivy", password).exit()).isZero();
        assertThat(run("user", "list").stdout()).contains("ivy");

        String fresh = json(run("user", "reset", "ivy", "--format", "json"))
                .get("password")
                .asText();
        assertThat(as("ivy", password).stderr()).contains("[login-refused]");
        assertThat(as("ivy", fresh).exit()).isZero();
        fails("account-unknown", "user", "reset", "nobody");
    }

    private Result as(String user, String password) throws IOException {
        return TrialogProcess.run(
                folder,
                Map.of("TRIALOG_USER", user, "TRIALOG_PASSWORD", password),
                "outcomes",
                "--study",
                STUDY,
                "--url",
                address,
                "--format",
                "json");
    }

    @Test
    void outcomesAreWrittenAsPicturesAndForeignFilesStay() throws Exception {
        Path plots = folder.resolve("plots");
        String[] command = {"outcomes", "--study", STUDY, "--svg", plots.toString(), "--format", "json"};
        Result written = run(command);
        assertThat(written.exit()).as(written.stderr()).isZero();
        for (String line : written.stdout().lines().toList()) {
            for (JsonNode plot : read(line).get("plots")) {
                Path file = plots.resolve(read(line).get("outcome").asText() + "-" + plot.asText() + ".svg");
                assertThat(file).content().startsWith("<svg ").contains("role=\"img\"");
                assertThat(written.stderr()).contains("Plot: " + file);
            }
        }
        assertThat(run(command).exit()).isZero();
        try (Stream<Path> files = Files.list(plots)) {
            Path foreign = files.sorted().findFirst().orElseThrow();
            Files.writeString(foreign, "<svg>drawn by hand</svg>");
            assertThat(run(command).stderr()).contains("[file-exists]");
            assertThat(foreign).hasContent("<svg>drawn by hand</svg>");
        }
    }

    private String firstOutcome() throws IOException {
        String figures = run("outcomes", "--study", STUDY, "--format", "json").stdout();
        return read(figures.lines().findFirst().orElseThrow()).get("outcome").asText();
    }

    private String fails(String code, String... command) throws IOException {
        Result failed = run(command);
        assertThat(failed.exit()).as(failed.stderr()).isEqualTo(1);
        assertThat(failed.stderr()).contains("[" + code + "]");
        assertThat(failed.stdout()).isEmpty();
        return failed.stderr();
    }

    private static Result run(String... command) throws IOException {
        String[] line =
                Stream.concat(Stream.of(command), Stream.of("--data", data())).toArray(String[]::new);
        return TrialogProcess.run(folder, line);
    }

    private static String data() {
        return folder.resolve("data").toString();
    }

    private static Path copy(String name) throws IOException {
        Path copy = Files.createDirectory(folder.resolve(name));
        try (Stream<Path> files = Files.list(Path.of(fixture()))) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    private static String fixture() {
        return Path.of(
                        System.getProperty("trialog.root"),
                        "command-side/src/test/resources/org/trialog/command/sdtm/fixture")
                .toString();
    }

    private static JsonNode json(Result said) {
        assertThat(said.exit()).as(said.stderr()).isZero();
        assertThat(said.stdout().lines()).hasSize(1);
        return read(said.stdout());
    }

    private static JsonNode read(String line) {
        try {
            return FactJson.mapper().readTree(line);
        } catch (IOException broken) {
            throw new AssertionError("not JSON: " + line, broken);
        }
    }
}
