package org.trialog.deploy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** Prints figures for people: a heading, a line for each group, the method and its warnings; or all groups as CSV. */
final class FigureTable {

    private static final List<String> HEAD = List.of(
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
            "upper");
    private static final MathContext FOUR_DIGITS = new MathContext(4);

    private final Format format;
    private final PrintStream out;
    private final Rows csv;

    FigureTable(Format format, PrintStream out) {
        this.format = format;
        this.out = out;
        this.csv = new Rows(Format.CSV, HEAD, out);
    }

    void print(JsonNode figure) {
        if (format == Format.CSV) {
            csvRows(figure);
        } else {
            table(figure);
        }
    }

    private void csvRows(JsonNode figure) {
        for (JsonNode group : figure.path("result").path("groups")) {
            var row = (com.fasterxml.jackson.databind.node.ObjectNode) group.deepCopy();
            List.of("study", "outcome", "version", "kind", "hypothetical", "cutoff")
                    .forEach(key -> row.set(key, figure.path(key)));
            row.set("position", figure.path("asKnownAt").path("position"));
            row.set("knownAt", figure.path("asKnownAt").path("knownAt"));
            row.put("excluded", group.path("excluded").size());
            csv.print(row);
        }
    }

    private void table(JsonNode figure) {
        JsonNode result = figure.path("result");
        out.printf(
                "%s v%s%s  [%s]  as known at position %s (%s), cut-off %s%n",
                figure.path("outcome").asText(),
                figure.path("version").asText(),
                figure.path("hypothetical").asBoolean() ? " HYPOTHETICAL" : "",
                figure.path("kind").asText(),
                figure.path("asKnownAt").path("position").asText(),
                figure.path("asKnownAt").path("knownAt").asText(),
                figure.path("cutoff").asText());
        for (JsonNode group : result.path("groups")) {
            out.printf(
                    "  %-22s n %-4s %-34s events %-5s person-years %-8s left out %d%n",
                    group.path("group").asText(),
                    group.path("subjects").asText(),
                    estimate(group),
                    number(group.path("events")),
                    number(group.path("personYears")),
                    group.path("excluded").size());
            more(group);
        }
        for (JsonNode comparison : result.path("comparisons")) {
            out.println("  " + comparison(comparison));
        }
        out.println("  " + result.path("method").asText());
        for (JsonNode warning : result.path("warnings")) {
            out.println("  ! " + warning.asText());
        }
        out.println();
    }

    private void more(JsonNode group) {
        JsonNode estimators = group.path("estimators");
        if (!estimators.isMissingNode()) {
            StringBuilder line = new StringBuilder("    ");
            estimators.properties().forEach(entry -> line.append(entry.getKey())
                    .append(' ')
                    .append(number(entry.getValue()))
                    .append("  "));
            out.println(line.toString().stripTrailing());
        }
    }

    private static String estimate(JsonNode group) {
        return number(group.path("estimate")) + " (" + number(group.path("lower")) + " to "
                + number(group.path("upper")) + ")";
    }

    private static String comparison(JsonNode comparison) {
        StringBuilder line = new StringBuilder();
        comparison.properties().forEach(entry -> {
            if (entry.getValue().isValueNode()) {
                line.append(entry.getKey())
                        .append(' ')
                        .append(
                                entry.getValue().isNumber()
                                        ? number(entry.getValue())
                                        : entry.getValue().asText())
                        .append("  ");
            }
        });
        return line.toString().stripTrailing();
    }

    /** Four significant digits for a person; JSON and CSV carry all of them. */
    private static String number(JsonNode value) {
        if (!value.isNumber()) {
            return value.isMissingNode() || value.isNull() ? "–" : Rows.text(value);
        }
        if (value.isIntegralNumber()) {
            return value.asText();
        }
        return new BigDecimal(value.asText())
                .round(FOUR_DIGITS)
                .stripTrailingZeros()
                .toPlainString();
    }
}
