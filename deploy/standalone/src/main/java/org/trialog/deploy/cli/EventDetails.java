package org.trialog.deploy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;

/** The lines under a group's own that only recurrent events and adverse events have. */
record EventDetails(PrintStream out) {

    /** Of a table of terms: the most frequent ones. */
    private static final int LINES = 15;

    /** Nothing for other kinds, and where nobody is in the group. */
    void print(JsonNode group) {
        if (group.path("subjects").asInt() == 0) {
            return;
        }
        if (group.has("cumulative")) {
            recurrent(group);
        }
        if (group.has("tables")) {
            harms(group);
        }
    }

    /** The curve of recurrent events at its end and at round times. */
    private void recurrent(JsonNode group) {
        out.printf(
                "    at day %s: at risk %s; deaths %s%n",
                FigureTable.number(group.path("day")),
                group.path("atRiskAtEnd").asText(),
                group.path("deaths").asText());
        group.path("cumulativeAt")
                .forEach(at -> out.printf(
                        "    day %-6s at risk %-4s events a subject %s%n",
                        FigureTable.number(at.path("time")), at.path("atRisk").asText(), FigureTable.estimate(at)));
    }

    /** Who had any adverse event, and the table that is asked for. */
    private void harms(JsonNode group) {
        JsonNode affected = group.path("subjectsWithEvent");
        out.printf(
                "    subjects with any: %s of %s, %s%n",
                affected.path("numerator").asText(),
                affected.path("denominator").asText(),
                FigureTable.estimate(affected));
        String breakdown = group.path("breakdown").asText();
        out.printf("    by %-32s %8s %8s  a person-year%n", breakdown.replace('-', ' '), "subjects", "events");
        JsonNode table = group.path("tables").path(breakdown);
        for (int i = 0; i < Math.min(LINES, table.size()); i++) {
            JsonNode line = table.path(i);
            out.printf(
                    "      %-33s %8s %8s  %s%n",
                    line.path("value").asText(),
                    line.path("subjects").asText(),
                    line.path("events").asText(),
                    FigureTable.estimate(line));
        }
        if (table.size() > LINES) {
            out.printf("      and %d more, in --format json%n", table.size() - LINES);
        }
    }
}
