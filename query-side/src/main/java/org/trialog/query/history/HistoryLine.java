package org.trialog.query.history;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.trialog.events.Provenance;
import org.trialog.events.value.SubjectId;
import org.trialog.events.wire.FactJson;

/**
 * One fact as a line of JSON, for auditors and scripts: {@code position, recordedAt, type, revision, study, subject, actor,
 * role, site, source, reason, data}. Every key is there, null where there is nothing; {@code data} is the payload as it is
 * stored, with personal fields sealed. Where a person said the reason in words, {@code reasonWords} stand before {@code
 * data}, sealed likewise.
 */
public final class HistoryLine {

    private HistoryLine() {}

    /** @throws IllegalStateException when the metadata were not written by this product */
    public static String write(HistoryEntry entry) {
        Provenance said = entry.provenance();
        Map<String, String> provenance = said.toMap();
        StringWriter line = new StringWriter(512);
        try (JsonGenerator json = FactJson.mapper().createGenerator(line)) {
            SubjectId subject = entry.subject();
            json.writeStartObject();
            json.writeNumberField("position", entry.position());
            json.writeStringField("recordedAt", provenance.get("recordedAt"));
            json.writeStringField("type", entry.type());
            json.writeStringField("revision", entry.revision());
            json.writeStringField("study", entry.study().value());
            json.writeStringField("subject", subject == null ? null : subject.value());
            for (String key : new String[] {"actor", "role", "site", "source", "reason"}) {
                json.writeStringField(key, provenance.get(key));
            }
            if (said.reasonWords() != null) {
                json.writeObjectField("reasonWords", said.reasonWords());
            }
            json.writeFieldName("data");
            json.writeRawValue(entry.payload());
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return line.toString();
    }
}
