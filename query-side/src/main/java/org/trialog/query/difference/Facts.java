package org.trialog.query.difference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trialog.events.wire.FactJson;
import org.trialog.query.history.HistoryEntry;
import org.trialog.query.history.HistoryLine;

/** Facts of the history as parts of a difference. */
final class Facts {

    private static final List<String> PROVENANCE = List.of("actor", "role", "site", "reason");

    private Facts() {}

    /** Keys: {@code position}, {@code recordedAt}, {@code type}, {@code subject}, {@code actor}, {@code role}, … */
    static ObjectNode of(HistoryEntry entry) {
        Map<String, String> provenance = entry.provenance().toMap();
        ObjectNode fact = JsonNodeFactory.instance.objectNode();
        fact.put("position", entry.position());
        fact.put("recordedAt", provenance.get("recordedAt"));
        fact.put("type", entry.type());
        fact.put("subject", entry.subject() == null ? null : entry.subject().value());
        PROVENANCE.forEach(key -> fact.put(key, provenance.get(key)));
        return fact;
    }

    /** A correction or a retraction: which values were what, and are what; empty for any other fact. */
    static List<ObjectNode> undone(HistoryEntry entry) {
        JsonNode payload = payload(entry);
        boolean corrected = payload.has("before") && payload.has("after");
        if (!corrected && !payload.has("was")) {
            return List.of();
        }
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("diff", corrected ? "correction" : "retraction");
        line.setAll(of(entry));
        line.set("record", payload.path("id"));
        ArrayNode values = line.putArray("values");
        JsonNode old = corrected ? payload.path("before") : payload.path("was");
        JsonNode now = corrected ? payload.path("after") : JsonNodeFactory.instance.objectNode();
        for (Differences.Difference difference : Differences.between(old, now, Set.of())) {
            ObjectNode value = values.addObject().put("field", difference.path());
            value.set("from", difference.one());
            value.set("to", difference.other());
        }
        return List.of(line);
    }

    /** The fact whole, as the history lists it. */
    static ObjectNode whole(HistoryEntry entry) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("diff", "event");
        line.setAll((ObjectNode) read(HistoryLine.write(entry)));
        return line;
    }

    static JsonNode payload(HistoryEntry entry) {
        return read(entry.payload());
    }

    private static JsonNode read(String text) {
        try {
            return FactJson.mapper().readTree(text);
        } catch (IOException impossible) {
            throw new IllegalStateException("facts are stored as JSON", impossible);
        }
    }
}
