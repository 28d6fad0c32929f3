package org.trialog.query.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.trialog.events.wire.FactJson;

/** Answers in JSON, written by the mapper that knows our values. */
final class Body {

    private Body() {}

    /** A value of ours. */
    static ResponseEntity<byte[]> of(Object value) {
        try {
            return json(FactJson.mapper().writeValueAsString(value));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Text that is JSON already. */
    static ResponseEntity<byte[]> json(String text) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(text.getBytes(StandardCharsets.UTF_8));
    }
}
