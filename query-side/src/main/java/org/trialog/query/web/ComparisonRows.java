package org.trialog.query.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.trialog.query.difference.DefinitionComparison;

/** A {@link DefinitionComparison} as CSV: a row for each change of a subject. */
final class ComparisonRows {

    private static final List<String> COLUMNS =
            List.of("outcome", "one", "other", "subject", "what", "group", "record", "from", "to", "reason");

    private ComparisonRows() {}

    static String csv(ObjectNode comparison) {
        Csv csv = new Csv(COLUMNS);
        for (JsonNode subject : comparison.path("subjects")) {
            for (JsonNode change : subject.path("changes")) {
                ObjectNode row = change.deepCopy();
                row.set("outcome", comparison.path("outcome"));
                row.put("one", named(comparison.at("/definitions/0")));
                row.put("other", named(comparison.at("/definitions/1")));
                row.set("subject", subject.path("subject"));
                csv.add(row);
            }
        }
        return csv.text();
    }

    private static String named(JsonNode definition) {
        return "version " + definition.path("version").asText()
                + (definition.path("hypothetical").asBoolean() ? " hypothetical" : "");
    }
}
