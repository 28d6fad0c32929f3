package org.trialog.query.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Writer;
import java.util.List;
import org.trialog.events.wire.FactJson;

/** What became known between two moments as CSV: a row for each value that changed. */
final class DiffRows {

    private static final List<String> NUMBERS =
            List.of("subjects", "events", "personYears", "estimate", "lower", "upper", "excluded");

    private static final List<String> COLUMNS = List.of(
            "diff",
            "outcome",
            "moved",
            "group",
            "what",
            "record",
            "from",
            "to",
            "reason",
            "position",
            "recordedAt",
            "type",
            "subject",
            "actor",
            "role",
            "site");

    private final Csv csv;

    DiffRows(Writer text) {
        csv = new Csv(COLUMNS, text);
    }

    void add(ObjectNode line) {
        switch (line.path("diff").asText()) {
            case "moments" ->
                line.path("types")
                        .properties()
                        .forEach(type -> csv.add(
                                row("count", line).put("type", type.getKey()).set("to", type.getValue())));
            case "correction", "retraction" -> values(line);
            case "figure" -> figure(line);
            default -> csv.add(line);
        }
    }

    private void values(ObjectNode line) {
        for (JsonNode value : line.path("values")) {
            ObjectNode row = line.deepCopy();
            row.set("what", value.path("field"));
            row.set("from", value.path("from"));
            row.set("to", value.path("to"));
            csv.add(row);
        }
    }

    private void figure(ObjectNode line) {
        if (!line.path("moved").asBoolean()) {
            csv.add(row("figure", line));
        }
        for (JsonNode group : line.path("groups")) {
            for (String number : NUMBERS) {
                ObjectNode row = row("figure", line);
                row.set("group", group.path("group"));
                row.put("what", number);
                row.set("from", group.path("from").path(number));
                row.set("to", group.path("to").path(number));
                row.put("moved", !row.path("from").equals(row.path("to")));
                csv.add(row);
            }
        }
        line.path("byFrame").forEach(subject -> changes("by-frame", line, subject));
        line.path("by").forEach(fact -> changes("by-event", line, fact));
    }

    private void changes(String kind, ObjectNode line, JsonNode cause) {
        for (JsonNode change : cause.path("changes")) {
            ObjectNode row = row(kind, line);
            row.setAll((ObjectNode) cause.deepCopy());
            row.setAll((ObjectNode) change.deepCopy());
            csv.add(row);
        }
    }

    private static ObjectNode row(String kind, ObjectNode line) {
        ObjectNode row = FactJson.mapper().createObjectNode().put("diff", kind);
        row.set("outcome", line.path("outcome"));
        row.set("moved", line.path("moved"));
        return row;
    }
}
