package org.trialog.query.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.trialog.events.wire.FactJson;

/** What stands behind a figure as CSV: a row for each event of the history; a subject without any has one, too. */
final class EvidenceRows {

    private static final List<String> OF_SUBJECT = List.of("group", "subject", "leftOut", "anchors", "personDays");
    private static final List<String> OF_EVENT = List.of("position", "recordedAt", "type", "actor", "role", "site");
    private static final List<String> COLUMNS = List.of(
            "group",
            "subject",
            "leftOut",
            "anchors",
            "personDays",
            "record",
            "counts",
            "placed",
            "window",
            "reason",
            "position",
            "recordedAt",
            "type",
            "actor",
            "role",
            "site");

    private final Csv csv = new Csv(COLUMNS);

    void add(JsonNode line) {
        int rows = 0;
        for (JsonNode counted : line.path("counted")) {
            rows += events(line, counted, counted.path("records"), "yes");
        }
        for (JsonNode not : line.path("notCounted")) {
            rows += events(line, not, not.path("record"), "no");
        }
        if (rows == 0) {
            csv.add(row(line));
        }
    }

    String text() {
        return csv.text();
    }

    private int events(JsonNode line, JsonNode what, JsonNode record, String counts) {
        for (JsonNode event : what.path("events")) {
            ObjectNode row = row(line).put("counts", counts);
            row.set("record", record);
            List.of("placed", "window", "reason").forEach(key -> row.set(key, what.path(key)));
            OF_EVENT.forEach(key -> row.set(key, event.path(key)));
            csv.add(row);
        }
        return what.path("events").size();
    }

    private static ObjectNode row(JsonNode line) {
        ObjectNode row = FactJson.mapper().createObjectNode();
        OF_SUBJECT.forEach(key -> row.set(key, line.path(key)));
        return row;
    }
}
