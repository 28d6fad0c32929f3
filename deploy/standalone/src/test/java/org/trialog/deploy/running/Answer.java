package org.trialog.deploy.running;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.trialog.events.wire.FactJson;

/** What a server answered. */
public record Answer(HttpResponse<byte[]> response) {

    public int status() {
        return response.statusCode();
    }

    public String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        try {
            return FactJson.mapper().readTree(text());
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + text(), e);
        }
    }

    /** The stable code of a refusal; empty when there is none. */
    public String code() {
        return text().startsWith("{") ? json().path("code").asText() : "";
    }

    /** The id of the first record made. */
    public String id() {
        return json().path("id").asText();
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Override
    public String toString() {
        return status() + " " + text();
    }
}
