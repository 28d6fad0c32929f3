package org.trialog.deploy.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Asks a server, as an account or as nobody.
 *
 * @param token of the account; absent for nobody
 */
public record Api(HttpClient http, URI base, @Nullable String token) {

    public static Api anonymous(URI base) {
        return new Api(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), base, null);
    }

    public Api withToken(String token) {
        return new Api(http, base, token);
    }

    public Api login(String name, String password) {
        Answer session = post("/api/session", "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, password));
        if (session.status() != 200) {
            throw new AssertionError(name + " cannot log in: " + session);
        }
        return withToken(session.json().get("token").asText());
    }

    public Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    public Answer post(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    public Answer send(String method, String path, String contentType, byte[] body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", contentType)
                .method(method, BodyPublishers.ofByteArray(body)));
    }

    public HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(60));
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(http.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
