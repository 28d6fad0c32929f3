package org.trialog.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.trialog.deploy.datadir.DataDirectory;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.wire.FactJson;

/** What the application says of itself to somebody who has no account. */
class DescriptionTest {

    @TempDir
    private static Path directory;

    private static Application application;
    private static HttpClient http;
    private static JsonNode document;

    @BeforeAll
    static void start() throws Exception {
        application = Application.start(DataDirectory.open(directory.resolve("data")), 0, progress -> {});
        http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        document = FactJson.mapper().readTree(get("/api/openapi.json").body());
    }

    @AfterAll
    static void stop() {
        http.close();
        application.close();
    }

    @Test
    void everyAddressIsDescribed() {
        Set<String> served = new TreeSet<>();
        for (HandlerMapping mappings : application.bean(DispatcherServlet.class).getHandlerMappings()) {
            if (mappings instanceof RequestMappingHandlerMapping controllers) {
                controllers.getHandlerMethods().forEach((mapping, method) -> {
                    if (method.getBeanType().getName().startsWith("org.trialog.")) {
                        mapping.getPatternValues().forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(verb ->
                                        served.addAll(spelledOut(verb.name().toLowerCase(Locale.ROOT) + " " + path))));
                    }
                });
            }
        }
        assertThat(served).hasSizeGreaterThan(80).contains("get /api/studies", "post /api/session");
        assertThat(described()).containsExactlyInAnyOrderElementsOf(served);
    }

    @Test
    void everyOperationSaysWhatItDoesAndWhatItAnswers() {
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    String name = operation.getKey() + " " + path.getKey();
                    assertThat(operation.getValue().path("summary").asText())
                            .as(name)
                            .isNotBlank();
                    assertThat(operation.getValue().path("responses").has("default"))
                            .as(name)
                            .isTrue();
                    assertThat(operation.getValue().toString()).as(name).doesNotContain("\"format\":\"byte\"");
                    operation.getValue().path("parameters").forEach(parameter -> assertThat(
                                    parameter.path("schema").has("$ref"))
                            .as(name + " " + parameter.path("name"))
                            .isFalse());
                }));
    }

    @Test
    void theDescriptionIsReadableWithoutAnAccount() throws Exception {
        HttpResponse<String> page = get("/api/docs");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("swagger-ui");
        assertThat(get("/api/openapi.json/swagger-config").statusCode()).isEqualTo(200);
    }

    @Test
    void noAnswerIsKeptOrFramedOrGuessedAt() throws Exception {
        HttpResponse<String> refused = get("/api/studies");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        assertThat(refused.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(refused.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(value -> assertThat(value).contains("frame-ancestors 'none'"));
    }

    @Test
    void aPageOfAnotherPortIsRefusedBeforeItsLoginIsRead() throws Exception {
        HttpResponse<String> refused = http.send(
                HttpRequest.newBuilder(application.server().url().resolve("/api/session"))
                        .header("Origin", "http://localhost:3000")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("\"code\":\"foreign-page\"");
    }

    /** The address of any kind of record stands for those of each kind. */
    private static Set<String> spelledOut(String address) {
        if (address.contains("{step}")) {
            return Set.of(RecordKind.values()).stream()
                    .filter(kind -> kind.supplemented().isPresent())
                    .map(kind -> address.replace(
                                    "{kind}", kind.supplemented().orElseThrow().path())
                            .replace("{step}", kind.step().orElseThrow()))
                    .collect(Collectors.toSet());
        }
        return address.contains("{kind}")
                ? Set.of(RecordKind.values()).stream()
                        .filter(kind -> kind != RecordKind.SCREENING)
                        .map(kind -> address.replace("{kind}", kind.path()))
                        .collect(Collectors.toSet())
                : Set.of(address);
    }

    private static Set<String> described() {
        Set<String> described = new TreeSet<>();
        document.path("paths").properties().forEach(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(verb -> described.add(verb + " " + path.getKey())));
        return described;
    }

    private static HttpResponse<String> get(String path) throws Exception {
        URI address = application.server().url().resolve(path);
        return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
}
