package org.trialog.query.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.trialog.events.wire.FactJson;

/** Figures as CSV: a row for each group of each; one that cannot be computed has a row that says why. */
final class FigureRows {

    private static final List<String> OF_FIGURE =
            List.of("study", "outcome", "version", "kind", "hypothetical", "cutoff", "definitionHash", "build");
    private static final List<String> COLUMNS = List.of(
            "study",
            "outcome",
            "version",
            "kind",
            "hypothetical",
            "position",
            "knownAt",
            "cutoff",
            "group",
            "subjects",
            "excluded",
            "events",
            "personYears",
            "estimate",
            "lower",
            "upper",
            "method",
            "refused",
            "definitionHash",
            "resultHash",
            "build");

    private FigureRows() {}

    /** @param figures each as a line of JSON */
    static String csv(List<String> figures) {
        Csv csv = new Csv(COLUMNS);
        figures.forEach(figure -> add(read(figure), csv));
        return csv.text();
    }

    private static void add(JsonNode figure, Csv csv) {
        JsonNode result = figure.path("result");
        for (JsonNode group : result.path("groups")) {
            ObjectNode row = row(figure);
            List.of("group", "subjects", "events", "personYears", "estimate", "lower", "upper")
                    .forEach(key -> row.set(key, group.path(key)));
            row.put("excluded", group.path("excluded").size());
            row.set("method", result.path("method"));
            csv.add(row);
        }
        if (figure.has("refused")) {
            csv.add(row(figure).set("refused", figure.path("refused").path("reason")));
        }
    }

    private static ObjectNode row(JsonNode figure) {
        ObjectNode row = FactJson.mapper().createObjectNode();
        OF_FIGURE.forEach(key -> row.set(key, figure.path(key)));
        row.set("position", figure.at("/asKnownAt/position"));
        row.set("knownAt", figure.at("/asKnownAt/knownAt"));
        row.set("resultHash", figure.at("/receipt/resultHash"));
        return row;
    }

    private static JsonNode read(String figure) {
        try {
            return FactJson.mapper().readTree(figure);
        } catch (IOException impossible) {
            throw new IllegalStateException("a figure is written as JSON", impossible);
        }
    }
}
