package org.trialog.query.study;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.trialog.events.protocol.Protocol;

/**
 * One version of a study's protocol.
 *
 * @param position of the fact that published it
 * @param definition as it was published, whole
 * @param protocol the same, understood
 */
public record PublishedProtocol(
        int version,
        Instant publishedAt,
        long position,
        JsonNode definition,
        @JsonIgnore Protocol protocol) {

    /** @throws IllegalArgumentException when the definition is not of the protocol's form */
    @JsonCreator
    public static PublishedProtocol of(
            @JsonProperty("version") int version,
            @JsonProperty("publishedAt") Instant publishedAt,
            @JsonProperty("position") long position,
            @JsonProperty("definition") JsonNode definition) {
        return new PublishedProtocol(version, publishedAt, position, definition, Protocol.of(definition));
    }
}
