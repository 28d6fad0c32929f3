package org.trialog.deploy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trialog.events.wire.FactJson;

/** A client of the HTTP interface. Refusals become {@link Failure}s with the server's own sentence. */
final class Client {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final @Nullable String token;
    private final @Nullable String localUser;

    private Client(URI base, @Nullable String token, @Nullable String localUser) {
        this.base = base;
        this.token = token;
        this.localUser = localUser;
    }

    /** As the operating-system user, by the secret of the data directory. */
    static Client local(URI base, String secret, String user) {
        return new Client(base, secret, user);
    }

    /** As the account that the environment names. */
    static Client of(URI base, Map<String, String> environment) throws IOException, InterruptedException {
        String token = Target.from(environment, "TRIALOG_TOKEN");
        if (token != null) {
            return new Client(base, token, null);
        }
        String user = Target.from(environment, "TRIALOG_USER");
        String password = Target.from(environment, "TRIALOG_PASSWORD");
        if (user == null || password == null) {
            throw new Failure(
                    "no-account",
                    "Set TRIALOG_USER and TRIALOG_PASSWORD, or TRIALOG_TOKEN; or open a data directory with --data"
                            + " DIR.");
        }
        byte[] login = FactJson.mapper().writeValueAsBytes(Map.of("name", user, "password", password));
        try (InputStream answer = new Client(base, null, null)
                .post(
                        "/api/session",
                        "application/json",
                        "application/json",
                        Map.of(),
                        BodyPublishers.ofByteArray(login))) {
            JsonNode session = FactJson.mapper().readTree(answer);
            return new Client(base, session.get("token").textValue(), null);
        }
    }

    /** GET; the answer as it comes, line by line or whole. */
    InputStream get(String path, String accept, Map<String, String> query) throws IOException, InterruptedException {
        return send(request(path + query(query)).header("Accept", accept).GET());
    }

    InputStream post(String path, String contentType, String accept, Map<String, String> query, BodyPublisher body)
            throws IOException, InterruptedException {
        return send(request(path + query(query))
                .header("Content-Type", contentType)
                .header("Accept", accept)
                .POST(body));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path)).header("Trialog-Client", "command-line");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (localUser != null) {
            request.header("Trialog-Local-User", localUser);
        }
        return request;
    }

    private InputStream send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response;
        try {
            response = http.send(request.build(), BodyHandlers.ofInputStream());
        } catch (ConnectException nobody) {
            throw new Failure(
                    "no-server",
                    "No server answers at " + base + ". Start one with 'trialog serve', or use --data DIR.");
        }
        if (response.statusCode() < 400) {
            return response.body();
        }
        try (InputStream body = response.body()) {
            throw refusal(response.statusCode(), body.readAllBytes());
        }
    }

    private static Failure refusal(int status, byte[] body) throws IOException {
        JsonNode problem = body.length > 0 && body[0] == '{' ? FactJson.mapper().readTree(body) : null;
        if (problem == null || !problem.has("code")) {
            return new Failure("http-" + status, "The server answered " + status + ".");
        }
        String rule = problem.has("rule") ? " (rule " + problem.get("rule").asInt() + ")" : "";
        StringBuilder sentence = new StringBuilder(problem.path("detail").asText() + rule);
        for (JsonNode place : problem.path("problems")) {
            sentence.append(System.lineSeparator()).append("  ").append(place.asText());
        }
        return new Failure(problem.get("code").asText(), sentence.toString());
    }

    private static String query(Map<String, String> query) {
        return query.isEmpty()
                ? ""
                : query.entrySet().stream()
                        .map(entry ->
                                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }
}
