package org.trialog.query.record;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;
import org.trialog.events.wire.FactJson;

/** A subject's record as JSON. Each entry names its kind before its details, so that it can be read back in one pass. */
public final class RecordJson {

    private static final Map<RecordKind, ObjectReader> DETAILS = details();
    private static final ObjectReader FLAGS = FactJson.mapper().readerFor(new TypeReference<List<Flag>>() {});
    private static final ObjectReader QUERIES = FactJson.mapper().readerFor(new TypeReference<List<Query>>() {});
    private static final ObjectReader PRIVACY = FactJson.mapper().readerFor(Privacy.class);
    private static final ObjectReader POSITIONS = FactJson.mapper().readerFor(new TypeReference<List<Long>>() {});

    private RecordJson() {}

    public static String write(SubjectRecord record) {
        StringWriter text = new StringWriter(1024);
        try (JsonGenerator json = FactJson.mapper().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("study", record.study().value());
            json.writeStringField("subject", record.subject().value());
            json.writeNumberField("version", record.version());
            json.writeNumberField("position", record.position());
            writeEntries(json, record);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** Writes the fields {@code entries}, {@code flags}, {@code queries} and {@code privacy} into an object that is open. */
    public static void writeEntries(JsonGenerator json, SubjectRecord record) throws IOException {
        writeEntries(json, "entries", record.entries());
        json.writeObjectField("flags", record.flags().values());
        json.writeObjectField("queries", record.queries().values());
        json.writeObjectField("privacy", record.privacy());
    }

    /** Writes a field {@code effective}: of the records that supplements say more of, what they say together. */
    public static void writeEffective(JsonGenerator json, SubjectRecord record) throws IOException {
        Set<Entry<?>> made = new HashSet<>(record.entries());
        writeEntries(
                json,
                "effective",
                record.effective().stream()
                        .filter(entry -> !made.contains(entry))
                        .toList());
    }

    private static void writeEntries(JsonGenerator json, String field, List<Entry<?>> entries) throws IOException {
        json.writeArrayFieldStart(field);
        for (Entry<?> entry : entries) {
            json.writeStartObject();
            json.writeStringField("kind", RecordKind.of(entry.details()).token());
            json.writeStringField("id", entry.id().value());
            json.writeStringField("recordedAt", entry.recordedAt().toString());
            json.writeObjectField("positions", entry.positions());
            json.writeObjectField("details", entry.details());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** @throws UncheckedIOException when the text is not of the form that {@link #write} gives */
    public static SubjectRecord read(String text) {
        try (JsonParser json = FactJson.mapper().createParser(text)) {
            @Nullable StudyId study = null;
            @Nullable SubjectId subject = null;
            long version = 0;
            long position = 0;
            List<Entry<?>> entries = new ArrayList<>();
            SortedMap<RecordId, Flag> flags = new TreeMap<>();
            SortedMap<RecordId, Query> queries = new TreeMap<>();
            Privacy privacy = Privacy.NOTHING;
            json.nextToken();
            for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
                json.nextToken();
                switch (field) {
                    case "study" -> study = new StudyId(json.getText());
                    case "subject" -> subject = new SubjectId(json.getText());
                    case "version" -> version = json.getLongValue();
                    case "position" -> position = json.getLongValue();
                    case "entries" -> {
                        while (json.nextToken() != JsonToken.END_ARRAY) {
                            entries.add(entry(json));
                        }
                    }
                    case "flags" -> FLAGS.<List<Flag>>readValue(json).forEach(flag -> flags.put(flag.id(), flag));
                    case "queries" ->
                        QUERIES.<List<Query>>readValue(json).forEach(query -> queries.put(query.id(), query));
                    case "privacy" -> privacy = PRIVACY.readValue(json);
                    default -> throw new IOException("a record has no field '" + field + "'");
                }
            }
            if (study == null || subject == null) {
                throw new IOException("a record names its study and subject");
            }
            return new SubjectRecord(study, subject, entries, flags, queries, privacy, version, position);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private static Entry<?> entry(JsonParser json) throws IOException {
        @Nullable ObjectReader reader = null;
        @Nullable RecordId id = null;
        @Nullable Instant recordedAt = null;
        @Nullable ClinicalRecord details = null;
        List<Long> positions = List.of();
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            json.nextToken();
            switch (field) {
                case "kind" -> reader = DETAILS.get(RecordKind.of(json.getText()));
                case "id" -> id = new RecordId(json.getText());
                case "recordedAt" -> recordedAt = Instant.parse(json.getText());
                case "positions" -> positions = POSITIONS.readValue(json);
                case "details" -> details = reader == null ? null : reader.readValue(json);
                default -> throw new IOException("an entry has no field '" + field + "'");
            }
        }
        if (id == null || recordedAt == null || details == null) {
            throw new IOException("an entry has a kind before its details, an id and a recorded time");
        }
        return new Entry<>(id, details, recordedAt, positions);
    }

    private static Map<RecordKind, ObjectReader> details() {
        Map<RecordKind, ObjectReader> readers = new EnumMap<>(RecordKind.class);
        for (RecordKind kind : RecordKind.values()) {
            readers.put(kind, FactJson.mapper().readerFor(kind.type()));
        }
        return readers;
    }
}
