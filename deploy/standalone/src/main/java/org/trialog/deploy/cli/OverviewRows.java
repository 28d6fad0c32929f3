package org.trialog.deploy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Prints the tables of an overview: in CSV a column for each number, for people a cell for each summary. */
record OverviewRows(PrintStream out) {

    private static final MathContext THREE_DIGITS = new MathContext(3);
    private static final int WIDEST = 60;

    /** Nested objects become columns of their own, {@code summary.mean}. */
    void csv(JsonNode rows) {
        List<ObjectNode> flat = new ArrayList<>();
        Set<String> columns = new LinkedHashSet<>();
        for (JsonNode row : rows) {
            ObjectNode cells = JsonNodeFactory.instance.objectNode();
            flatten("", row, cells);
            flat.add(cells);
            cells.fieldNames().forEachRemaining(columns::add);
        }
        Rows csv = new Rows(Format.CSV, List.copyOf(columns), out);
        flat.forEach(csv::print);
    }

    private static void flatten(String path, JsonNode node, ObjectNode cells) {
        if (node.isObject() && !node.has("notEstimable")) {
            node.properties()
                    .forEach(field -> flatten(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), cells));
        } else {
            cells.put(path, node.isObject() ? node.path("notEstimable").asText() : Rows.text(node));
        }
    }

    void table(String name, JsonNode rows) {
        List<Map<String, String>> lines = new ArrayList<>();
        Map<String, Integer> widths = new LinkedHashMap<>();
        for (JsonNode row : rows) {
            Map<String, String> line = new LinkedHashMap<>();
            row.properties().forEach(field -> {
                String cell = cell(field.getValue());
                line.put(field.getKey(), cell);
                widths.merge(field.getKey(), Math.max(field.getKey().length(), cell.length()), Math::max);
            });
            lines.add(line);
        }
        out.println(name + (lines.isEmpty() ? ": nothing yet" : ""));
        if (!lines.isEmpty()) {
            print(List.copyOf(widths.keySet()), widths, Map.of());
        }
        lines.forEach(line -> print(List.copyOf(widths.keySet()), widths, line));
        out.println();
    }

    /** @param line the cells by column; the heading when it is empty */
    private void print(List<String> columns, Map<String, Integer> widths, Map<String, String> line) {
        StringBuilder text = new StringBuilder(" ");
        for (String column : columns) {
            String cell = line.isEmpty() ? column : line.getOrDefault(column, "");
            text.append(' ').append(cell);
            text.repeat(' ', Math.max(0, widths.getOrDefault(column, 0) - cell.length()));
        }
        out.println(text.toString().stripTrailing());
    }

    void rates(JsonNode bands) {
        out.println("fractures by age, a person-year");
        for (JsonNode band : bands) {
            out.printf(
                    "  %-16s %s fractures in %s years: %s (%s to %s)%n",
                    band.path("group").asText(),
                    band.path("events").asText(),
                    number(band.path("personYears")),
                    number(band.path("estimate")),
                    number(band.path("lower")),
                    number(band.path("upper")));
        }
        out.println();
    }

    private static String cell(JsonNode value) {
        if (value.has("standardDeviation")) {
            return value.path("n").asInt() == 0
                    ? "none"
                    : "%s (SD %s), %s [%s, %s], n %s"
                            .formatted(
                                    number(value.path("mean")),
                                    number(value.path("standardDeviation")),
                                    number(value.path("median")),
                                    number(value.path("minimum")),
                                    number(value.path("maximum")),
                                    value.path("n").asText());
        }
        if (value.isObject()) {
            List<String> parts = new ArrayList<>();
            value.properties().forEach(field -> parts.add(field.getKey() + " " + cell(field.getValue())));
            return value.has("notEstimable") ? value.path("notEstimable").asText() : brief(String.join(", ", parts));
        }
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(item -> parts.add(cell(item)));
            return brief(String.join(" ", parts));
        }
        return value.isNumber() ? number(value) : value.asText();
    }

    private static String brief(String text) {
        return text.length() <= WIDEST ? text : text.substring(0, WIDEST) + "…";
    }

    private static String number(JsonNode value) {
        if (value.isObject()) {
            return value.path("notEstimable").asText();
        }
        return value.isNumber() && !value.isIntegralNumber()
                ? new BigDecimal(value.asText())
                        .round(THREE_DIGITS)
                        .stripTrailingZeros()
                        .toPlainString()
                : value.asText();
    }
}
