package org.trialog.deploy.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.trialog.events.wire.FactJson;

/**
 * A server as a client sees it: only what HTTP gives.
 *
 * @param token of a session, or of the operating-system user
 */
record Served(HttpClient http, URI base, String token) {

    static final String STUDY = "/api/studies/bench";

    static Served by(URI base, String token) {
        return new Served(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), base, token);
    }

    /** The benchmarks' own study with one site and a batch that lasts for all of it. */
    void openStudy() throws IOException, InterruptedException {
        try (InputStream protocol = Served.class.getResourceAsStream("/bench/visits.yaml")) {
            if (protocol == null) {
                throw new IllegalStateException("the protocol of the benchmarks is missing from the program");
            }
            said(send("/api/studies", "application/yaml", protocol.readAllBytes()));
        }
        post(STUDY + "/sites", "{\"site\":\"SE\",\"name\":\"Bench\",\"zone\":\"Europe/Stockholm\",\"country\":\"SE\"}");
        post(
                STUDY + "/batches",
                """
            {"batch":"B-1","product":"cells","donor":"D-1","manufacturedOn":"2009-12-01","expiresOn":"2030-01-01"}\
            """);
        post(STUDY + "/batches/B-1/release", "{\"releasedOn\":\"2009-12-15\"}");
    }

    /** A new coordinator of the site, logged in with name and password as a person is. */
    Served coordinator(String name) throws IOException, InterruptedException {
        String account = post(
                "/api/accounts",
                """
            {"name":"%s","displayName":"%s","role":"coordinator","sites":[{"study":"bench","site":"SE"}]}\
            """
                        .formatted(name, name));
        String session = post(
                "/api/session", "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, field(account, "password")));
        return new Served(http, base, field(session, "token"));
    }

    /** An adult in the arm with doses. */
    void enrol(String subject) throws IOException, InterruptedException {
        post(STUDY + "/subjects", "{\"subject\":\"%s\",\"site\":\"SE\",\"date\":\"2010-01-01\"}".formatted(subject));
        String path = STUDY + "/subjects/" + subject;
        post(path + "/birth", "{\"birthDate\":\"1985-03-10\",\"sex\":\"F\"}");
        post(path + "/consents", "{\"date\":\"2010-01-02\",\"by\":\"subject\",\"protocolVersion\":1}");
        post(path + "/enrolment", "{\"date\":\"2010-01-03\"}");
        post(path + "/arm", "{\"date\":\"2010-01-03\",\"arm\":\"treated\"}");
    }

    /** @throws IllegalStateException when it is not accepted: a benchmark of refusals measures nothing */
    String post(String path, String json) throws IOException, InterruptedException {
        return said(send(path, "application/json", json.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether the path is answered with what was asked for. */
    boolean answers(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", "Bearer " + token)
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    }

    private HttpResponse<String> send(String path, String type, byte[] body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static String said(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(
                    answer.request().uri().getPath() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private static String field(String json, String name) {
        try {
            return FactJson.mapper().readTree(json).path(name).asText();
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
