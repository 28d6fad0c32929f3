package org.trialog.query.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.trialog.events.wire.FactJson;
import org.trialog.query.personal.Showing;

/** Answers in JSON, written by the mapper that knows our values, and in CSV. */
final class Body {

    private static final MediaType LINES = MediaType.APPLICATION_NDJSON;
    private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

    private Body() {}

    /** A value of ours without personal fields. */
    static ResponseEntity<byte[]> of(Object value) {
        return json(text(value));
    }

    /** A value of ours with its personal fields shown. */
    static ResponseEntity<byte[]> of(Object value, Showing showing) {
        return json(showing.show(text(value)));
    }

    private static String text(Object value) {
        try {
            return FactJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Figures as a JSON array, or one a line, or as CSV, for who accepts that. */
    static ResponseEntity<byte[]> figures(List<String> figures, String accept) {
        return accept.contains(Csv.TYPE) ? csv(FigureRows.csv(figures)) : texts(figures, accept);
    }

    /** One figure as JSON, or as CSV. */
    static ResponseEntity<byte[]> figure(String figure, String accept) {
        return accept.contains(Csv.TYPE) ? csv(FigureRows.csv(List.of(figure))) : json(figure);
    }

    /** Values as a JSON array, or one a line for who accepts that. */
    static ResponseEntity<byte[]> lines(List<ObjectNode> values, String accept) {
        return texts(values.stream().map(ObjectNode::toString).toList(), accept);
    }

    private static ResponseEntity<byte[]> texts(List<String> texts, String accept) {
        if (!accept.contains(LINES.toString())) {
            return json("[" + String.join(",", texts) + "]");
        }
        String lines = texts.stream().map(text -> text + "\n").collect(Collectors.joining());
        return ResponseEntity.ok().contentType(LINES).body(lines.getBytes(StandardCharsets.UTF_8));
    }

    /** The text of an SVG document. */
    static ResponseEntity<byte[]> svg(String text) {
        return ResponseEntity.ok().contentType(SVG).body(text.getBytes(StandardCharsets.UTF_8));
    }

    static ResponseEntity<byte[]> csv(String text) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Text that is JSON already. */
    static ResponseEntity<byte[]> json(String text) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(text.getBytes(StandardCharsets.UTF_8));
    }
}
