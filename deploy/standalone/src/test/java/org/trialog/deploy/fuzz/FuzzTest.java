package org.trialog.deploy.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.deploy.running.RunningStudy.fracture;
import static org.trialog.deploy.running.RunningStudy.must;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialog.deploy.running.Answer;
import org.trialog.deploy.running.Api;
import org.trialog.deploy.running.RunningStudy;

/**
 * No request that can be made from the published description is answered by a 5xx, and every refusal says with a code and in
 * words what is wrong. Bounded in number; the seed is in the name of a failure.
 */
class FuzzTest {

    private static final int REQUESTS = 4_000;

    /** Logging out, or resetting the passwords in use, would end the test itself; a login that fails makes everybody wait. */
    private static final List<String> LEFT_OUT = List.of("/api/session", "/api/accounts/{name}/password-reset");

    @TempDir
    private static Path data;

    private static RunningStudy study;
    private static JsonNode document;

    private record Operation(String method, String path, JsonNode description) {}

    @BeforeAll
    static void start() throws Exception {
        study = RunningStudy.start(data);
        String child = study.treatedChild("SE-001");
        must(study.se().post(child + "/fractures", fracture("2023-08-01")));
        must(study.se()
                .post(child + "/adverse-events", "{\"date\":\"2023-08-02\",\"term\":\"Fever\",\"serious\":false}"));
        must(study.se()
                .post(child + "/visits", "{\"date\":\"2023-08-02\",\"type\":\"unscheduled\",\"mode\":\"clinic\"}"));
        study.untreatedChild("SE-002");
        document = study.local().get("/api/openapi.json").json();
    }

    @AfterAll
    static void stop() {
        study.close();
    }

    @Test
    void noRequestIsAnsweredByAFaultOfOurs() {
        fuzz(20_261_125L, REQUESTS);
    }

    @Test
    @Tag("full")
    void norIsAnyOfManyMore() {
        for (long seed = 1; seed <= 10; seed++) {
            fuzz(seed, REQUESTS);
        }
    }

    private static void fuzz(long seed, int requests) {
        Random random = new Random(seed);
        List<Operation> operations = operations();
        assertThat(operations).hasSizeGreaterThan(150);
        Map<Integer, Integer> statuses = new TreeMap<>();
        for (int i = 0; i < requests; i++) {
            Operation operation = operations.get(random.nextInt(operations.size()));
            RandomBody body = new RandomBody(document, random, i % 3 == 0 ? 12 : 1);
            String path = path(operation, body);
            Answer answer = send(operation, path, body);
            statuses.merge(answer.status(), 1, Integer::sum);
            check("seed %d, request %d: %s %s".formatted(seed, i, operation.method(), path), answer);
        }
        assertThat(statuses.getOrDefault(201, 0))
                .as("accepted among %s", statuses)
                .isGreaterThan(requests / 50);
        assertThat(statuses.getOrDefault(422, 0))
                .as("refused by a rule among %s", statuses)
                .isGreaterThan(requests / 50);
    }

    private static void check(String what, Answer answer) {
        assertThat(answer.status()).as("%s → %s", what, answer).isLessThan(500);
        if (answer.status() >= 400 && !answer.header("Content-Type").startsWith("text/html")) {
            assertThat(answer.header("Content-Type")).as(what).startsWith("application/problem+json");
            assertThat(answer.code()).as("%s → %s", what, answer).isNotBlank();
            assertThat(answer.json().path("detail").asText())
                    .as("%s → %s", what, answer)
                    .endsWith(".");
        }
    }

    private static Answer send(Operation operation, String path, RandomBody body) {
        Api caller =
                switch (body.random().nextInt(8)) {
                    case 0 -> study.dataManager();
                    case 1 -> study.investigator();
                    case 2 -> study.auditor();
                    case 3 -> study.nl();
                    default -> operation.path().contains("/subjects") ? study.se() : study.dataManager();
                };
        if (operation.method().equals("GET")) {
            return caller.get(path);
        }
        JsonNode content = operation.description().at("/requestBody/content");
        String type =
                content.isEmpty() ? "application/json" : content.fieldNames().next();
        JsonNode schema = content.path(type).path("schema");
        String text = body.random().nextInt(60) == 0
                ? body.oddText()
                : body.of(schema).toString();
        List<String> headers = new ArrayList<>();
        if (body.random().nextInt(10) == 0) {
            headers.addAll(List.of("If-Match", body.random().nextBoolean() ? "\"3\"" : "x"));
        }
        if (body.random().nextInt(10) == 0) {
            headers.addAll(List.of("Idempotency-Key", "key-" + body.random().nextInt(40)));
        }
        return caller.send(operation.method(), path, type, text.getBytes(UTF_8), headers.toArray(String[]::new));
    }

    /** Mostly names that exist. */
    private static String path(Operation operation, RandomBody body) {
        Map<String, List<String>> known = new LinkedHashMap<>();
        known.put("study", List.of("boostb4"));
        known.put("subject", List.of("SE-001", "SE-002"));
        known.put("batch", List.of("B-1", "B-2"));
        known.put("id", List.of("fracture-1", "consent-1", "visit-1", "adverse-event-1", "flag-1", "query-1", "cut-1"));
        known.put("site", List.of("SE", "NL"));
        known.put("outcome", List.of("fracture-free-year-2"));
        String path = operation.path();
        for (JsonNode parameter : operation.description().path("parameters")) {
            String name = parameter.path("name").asText();
            List<String> values = known.getOrDefault(name, List.of("x1"));
            boolean odd = body.random().nextInt(100) < 2 * body.oddness();
            String value = odd ? body.oddText() : values.get(body.random().nextInt(values.size()));
            if (parameter.path("in").asText().equals("path")) {
                path = path.replace("{" + name + "}", odd && value.isBlank() ? "x" : encoded(value));
            } else if (parameter.path("in").asText().equals("query")
                    && body.random().nextInt(3) == 0) {
                String written = odd ? value : body.text(parameter.path("schema"));
                path += (path.contains("?") ? "&" : "?") + name + "=" + encoded(written);
            }
        }
        return path.replaceAll("\\{\\w+}", "x1");
    }

    /** A path that a client library can send: no slash or zero byte within a part, and not endless. */
    private static String encoded(String value) {
        String shortened = value.length() > 200 ? value.substring(0, 200) : value;
        return URLEncoder.encode(
                        shortened.replace("/", "-").replace("\u0000", "0").replace("..", "."), UTF_8)
                .replace("+", "%20")
                .replace("%25", "-");
    }

    private static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (String method : List.of("get", "post")) {
                JsonNode description = path.getValue().path(method);
                if (description.isObject() && !LEFT_OUT.contains(path.getKey())) {
                    operations.add(
                            new Operation(method.toUpperCase(java.util.Locale.ROOT), path.getKey(), description));
                }
            }
        }
        return operations;
    }
}
