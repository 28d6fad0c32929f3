package org.trialog.deploy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;

/** Prints how subjects stand otherwise in one figure than in another. */
record ChangeTable(PrintStream out) {

    void print(JsonNode changes) {
        for (JsonNode change : changes) {
            StringBuilder line = new StringBuilder("    ")
                    .append(change.path("group").asText())
                    .append(": ")
                    .append(change.path("what").asText());
            append(line, " ", change.path("record"));
            append(line, " from ", change.path("from"));
            append(line, " to ", change.path("to"));
            append(line, ": ", change.path("reason"));
            out.println(line);
        }
    }

    private static void append(StringBuilder line, String before, JsonNode value) {
        if (!value.isMissingNode()) {
            line.append(before).append(value.asText());
        }
    }
}
