package org.trialog.events.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a file, with the place where it stands. */
sealed interface Located {

    Place place();

    /** Line and column from 1; 0 where the source has no lines. */
    record Place(int line, int column) {

        static final Place NONE = new Place(0, 0);
    }

    /** A mapping, in the order of the file. */
    record Keyed(Place place, Map<String, Field> fields) implements Located {}

    /** One entry of a mapping: where its key stands, and its value. */
    record Field(Place key, Located value) {}

    /** A sequence. */
    record Listed(Place place, List<Located> items) implements Located {}

    /** A scalar: as written, and what it means (text, whole number, decimal, boolean or null). */
    record Scalar(Place place, String written, JsonNode value) implements Located {}

    /** A JSON document has no lines. */
    static Located of(JsonNode json) {
        if (json.isObject()) {
            Map<String, Field> fields = new LinkedHashMap<>();
            json.properties().forEach(entry -> fields.put(entry.getKey(), new Field(Place.NONE, of(entry.getValue()))));
            return new Keyed(Place.NONE, fields);
        }
        if (json.isArray()) {
            List<Located> items = new ArrayList<>();
            json.forEach(item -> items.add(of(item)));
            return new Listed(Place.NONE, items);
        }
        return new Scalar(Place.NONE, json.asText(), json);
    }
}
