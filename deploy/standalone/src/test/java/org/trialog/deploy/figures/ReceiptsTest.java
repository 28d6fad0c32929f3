package org.trialog.deploy.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.deploy.figures.SmallStudy.RATE;
import static org.trialog.deploy.figures.SmallStudy.STUDY;
import static org.trialog.deploy.figures.SmallStudy.items;
import static org.trialog.deploy.running.RunningStudy.must;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialog.deploy.running.Answer;
import org.trialog.deploy.running.TrialogProcess;
import org.trialog.deploy.running.TrialogProcess.Result;
import org.trialog.events.wire.FactJson;

/** A published figure can be computed again for ever; a receipt that was changed says where. */
class ReceiptsTest {

    private static final String TRIED =
            "{id: first-half, version: 1, kind: event-rate, event: {kind: fracture}, anchor: enrolment, to: P6M}";

    @TempDir
    static Path folder;

    private static SmallStudy study;
    private static String receipt;
    private static String figures;
    private static String tried;

    @BeforeAll
    static void publishFigures() throws Exception {
        study = SmallStudy.open(folder.resolve("data")).withChildren();
        receipt = must(study.investigator().get(RATE + "/receipt")).text();
        figures = must(study.investigator().get(STUDY + "/outcomes", "Accept", "application/x-ndjson"))
                .text();
        tried = must(study.investigator()
                        .send("POST", STUDY + "/outcomes", "application/yaml", TRIED.getBytes(StandardCharsets.UTF_8)))
                .text();
        study.fracture("A-2", "2024-06-01");
        study.confirmed("A-2", "2025-01-01", "2025-06-01");
        study.redact("A-1", "fracture-1");
        study.publish(2, SmallStudy.outcomes(2, "P2Y"));
        study.close();
        study = SmallStudy.open(folder.resolve("data"));
    }

    @AfterAll
    static void stop() {
        study.close();
    }

    @Test
    void rule43_receiptsHoldAfterMoreFactsARedactionANewDefinitionAndARestart() {
        assertThat(study.get(RATE).get("version").asInt()).isEqualTo(2);
        List<JsonNode> verdicts = study.verify(figures + receipt + "[" + tried + "]");

        assertThat(verdicts).hasSize(4).allSatisfy(verdict -> {
            assertThat(verdict.get("verdict").asText()).as(verdict.toString()).isEqualTo("equal");
            assertThat(verdict.get("differences")).isEmpty();
        });
    }

    @Test
    void aFigureCarriesItsReceiptAndTheReceiptItsWholeDefinition() throws Exception {
        JsonNode figure = json(figures.lines().findFirst().orElseThrow());

        assertThat(figure.get("receipt")).isEqualTo(json(receipt));
        assertThat(figure.get("receipt").get("definition").get("to").asText()).isEqualTo("P1Y");
        assertThat(figure.get("receipt").get("checkpoint").isNull()).isTrue();
        assertThat(figure.at("/receipt/resultHash").asText()).matches("[0-9a-f]{64}");
        assertThat(json(tried).get("hypothetical").asBoolean()).isTrue();
        assertThat(json(tried).at("/receipt/hypothetical").asBoolean()).isTrue();
        assertThat(json(tried).at("/receipt/definitionHash").asText()).matches("[0-9a-f]{64}");
    }

    @Test
    void aChangedReceiptNamesThePathWithStatedAndComputedValue() throws Exception {
        ObjectNode figure = (ObjectNode) json(figures.lines().findFirst().orElseThrow());
        ((ObjectNode) figure.at("/result/groups/1")).put("events", 0);

        JsonNode verdict = study.verify(figure.toString()).getFirst();

        assertThat(verdict.get("verdict").asText()).isEqualTo("different");
        assertThat(items(verdict.get("differences"))).singleElement().satisfies(difference -> {
            assertThat(difference.get("path").asText()).isEqualTo("result.groups[1].events");
            assertThat(difference.get("stated").asInt()).isZero();
            assertThat(difference.get("computed").asInt()).isEqualTo(1);
        });
        assertThat(paths(changed("resultHash", "0".repeat(64)))).containsExactly("resultHash");
        assertThat(paths(((ObjectNode) json(receipt))
                        .set("parameters", json("{\"by\":\"none\",\"cutoff\":\"2024-06-30\"}"))))
                .containsExactly("resultHash");
        assertThat(paths(changed("hypothetical", true))).contains("resultHash");
    }

    @Test
    void aReceiptOfElsewhereOrOfLaterSaysSo() throws Exception {
        assertThat(verdict(changed("study", "knees")).get("code").asText()).isEqualTo("study-unknown");
        assertThat(verdict(changed("outcome", "none")).get("code").asText()).isEqualTo("outcome-version-unknown");
        ObjectNode later = (ObjectNode) json(receipt);
        ((ObjectNode) later.get("asKnownAt")).put("position", 1_000_000);
        assertThat(verdict(later).get("code").asText()).isEqualTo("position-beyond-history");
        assertThat(verdict(later).get("verdict").asText()).isEqualTo("not-verifiable");
        ObjectNode foreign = (ObjectNode) json(receipt);
        ((ObjectNode) foreign.get("asKnownAt")).put("event", "another");
        assertThat(verdict(foreign).get("reason").asText()).contains("another history");
        assertThat(paths(foreign)).containsExactly("asKnownAt.event");
    }

    @Test
    void whatIsNoReceiptIsRefusedWithItsKey() throws Exception {
        refused("receipt-malformed", "receipts", "[]");
        refused("receipt-malformed", "receipts", "what");
        refused("receipt-malformed", "receipt", "17");
        refused("receipt-malformed", "resultHash", "{}");
        refused("receipt-malformed", "study", changed("study", 17).toString());
        refused("receipt-malformed", "version", changed("version", "one").toString());
        refused(
                "receipt-malformed",
                "asKnownAt.position",
                changed("asKnownAt", 3).toString());
        refused(
                "receipt-malformed",
                "parameters.cutoff",
                changed("parameters", 3).toString());
        ObjectNode unreadable = (ObjectNode) json(tried);
        unreadable.putObject("definition").put("kind", "event-rate");
        refused("receipt-malformed", "definition", unreadable.toString());
        assertThat(study.coordinator()
                        .post("/api/receipts/verification", receipt)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theCommandLineVerifiesAFileAndFailsWhereItDiffers() throws Exception {
        Path good = Files.writeString(folder.resolve("good.json"), figures + receipt + "\n" + tried);
        Path bad = Files.writeString(
                folder.resolve("bad.json"), changed("resultHash", "0").toString());
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"study\":");

        Result equal = verify(good);
        assertThat(equal.exit()).as(equal.stderr()).isZero();
        assertThat(equal.stdout().lines()).hasSize(4).allMatch(line -> line.startsWith("equal"));
        Result different = verify(bad);
        assertThat(different.exit()).isEqualTo(1);
        assertThat(different.stdout()).contains("different", "resultHash: stated \"0\", computed \"");
        Result malformed = verify(broken);
        assertThat(malformed.exit()).isEqualTo(1);
        assertThat(malformed.stderr()).contains("[receipt-malformed]");
        assertThat(verify(folder.resolve("none")).stderr()).contains("[no-such-file]");
        assertThat(TrialogProcess.run(folder, "receipt").exit()).isEqualTo(2);
    }

    @Test
    void theSameBytesComeOutInAnyLocaleAndTimeZone() throws Exception {
        String moment =
                "/outcomes?asKnownAt=" + json(receipt).at("/asKnownAt/position").asLong();
        String here = must(study.investigator().get(STUDY + moment, "Accept", "application/x-ndjson"))
                .text();
        assertThat(here).isEqualTo(figures);
        study.close();
        Result elsewhere = TrialogProcess.run(
                folder,
                Map.of(
                        "LC_ALL",
                        "tr_TR.UTF-8",
                        "TZ",
                        "Asia/Kathmandu",
                        "JAVA_TOOL_OPTIONS",
                        "-Duser.language=tr -Duser.country=TR"),
                "outcomes",
                "--study",
                "bones",
                "--as-known-at",
                json(receipt).at("/asKnownAt/position").asText(),
                "--format",
                "json",
                "--data",
                study.data().toString());
        study = SmallStudy.open(study.data());

        assertThat(elsewhere.exit()).as(elsewhere.stderr()).isZero();
        assertThat(elsewhere.stdout()).isEqualTo(figures);
    }

    private static Result verify(Path file) throws Exception {
        return TrialogProcess.run(
                folder,
                "receipt",
                "verify",
                file.toString(),
                "--data",
                study.data().toString());
    }

    private static void refused(String code, String field, String body) {
        Answer answer = study.investigator().post("/api/receipts/verification", body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().get("fields").get(0).asText()).isEqualTo(field);
    }

    private static ObjectNode changed(String key, Object value) throws Exception {
        ObjectNode changed = (ObjectNode) json(receipt);
        return changed.putPOJO(key, value).deepCopy();
    }

    private static JsonNode verdict(JsonNode receipt) {
        return study.verify(receipt.toString()).getFirst();
    }

    private static List<String> paths(JsonNode receipt) {
        return items(verdict(receipt).get("differences")).stream()
                .map(difference -> difference.get("path").asText())
                .toList();
    }

    private static JsonNode json(String text) throws Exception {
        return FactJson.mapper().readTree(text);
    }
}
