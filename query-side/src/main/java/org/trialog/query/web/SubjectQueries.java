package org.trialog.query.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trialog.events.wire.FactJson;
import org.trialog.query.record.RecordJson;
import org.trialog.query.record.SubjectLine;
import org.trialog.query.record.SubjectRecord;
import org.trialog.query.web.Reading.Put;

/** The subjects of a study. */
@RestController
@Tag(name = "subjects")
@RequestMapping("/api/studies/{study}")
final class SubjectQueries {

    private final Reading reading;

    SubjectQueries(Reading reading) {
        this.reading = reading;
    }

    @Operation(summary = "The subjects of a study, a line each")
    @GetMapping("/subjects")
    ResponseEntity<byte[]> subjects(
            @PathVariable String study,
            @RequestParam(required = false) @Nullable String asKnownAt,
            @RequestParam(required = false) @Nullable String after) {
        return Body.of(reading.study(Viewers.current(), study, new Put(asKnownAt, after)).subjects().stream()
                .map(SubjectLine::of)
                .toList());
    }

    /** The whole record; its ETag is the version that an edit names in {@code If-Match}. */
    @Operation(
            summary = "A subject with every record, flag and query; its ETag is its version",
            description = "A personal field is {text}, or says why it is not shown: {erased, by}, {restricted}, or"
                    + " {withheld} for a birth date outside the subject's own sites. So in every answer.")
    @GetMapping("/subjects/{subject}")
    ResponseEntity<byte[]> subject(
            @PathVariable String study,
            @PathVariable String subject,
            @RequestParam(required = false) @Nullable String asKnownAt,
            @RequestParam(required = false) @Nullable String after) {
        Viewer viewer = Viewers.current();
        SubjectRecord record = reading.subject(viewer, study, subject, new Put(asKnownAt, after));
        return ResponseEntity.ok()
                .eTag("\"" + record.version() + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .body(reading.showing(viewer, record.study())
                        .show(whole(record))
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** The line of the list, and behind it every record, every flag that holds and every query. */
    private static String whole(SubjectRecord record) {
        StringWriter text = new StringWriter(2048);
        try (JsonGenerator json = FactJson.mapper().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("study", record.study().value());
            ObjectNode line = FactJson.mapper().valueToTree(SubjectLine.of(record));
            for (Map.Entry<String, JsonNode> field : line.properties()) {
                if (!field.getKey().equals("flags")) {
                    json.writeObjectField(field.getKey(), field.getValue());
                }
            }
            RecordJson.writeEntries(json, record);
            RecordJson.writeEffective(json, record);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
