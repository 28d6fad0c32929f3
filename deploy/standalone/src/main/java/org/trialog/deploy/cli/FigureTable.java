package org.trialog.deploy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.stream.Collectors;

/** Prints figures for people: a heading, a line for each group, the method and its warnings. */
final class FigureTable {

    private static final MathContext FOUR_DIGITS = new MathContext(4);

    private final PrintStream out;
    private final FigureDetails details;
    private final EventDetails events;
    private final ScoreDetails scores;
    private final ForestRows forest;

    FigureTable(PrintStream out) {
        this.out = out;
        this.details = new FigureDetails(out);
        this.events = new EventDetails(out);
        this.scores = new ScoreDetails(out);
        this.forest = new ForestRows(out);
    }

    void print(JsonNode figure) {
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
        details.window(figure.path("definition"));
        if (figure.has("refused")) {
            out.println(
                    "  not computed: " + figure.path("refused").path("reason").asText());
        }
        for (JsonNode group : result.path("groups")) {
            out.printf(
                    "  %-22s n %-4s %-34s events %-5s person-years %-8s left out %d%n",
                    group.path("group").asText(),
                    group.path("subjects").asText(),
                    estimate(group),
                    number(group.path("events")),
                    number(group.path("personYears")),
                    group.path("excluded").size());
            details.leftOut(group.path("excluded"));
            details.observed(group);
            estimators(group.path("estimators"));
            events.print(group);
            details.baseline(group);
            scores.print(group);
            if (group.has("tau2")) {
                forest.print(group);
            }
        }
        result.path("comparisons").forEach(comparison -> out.println("  " + comparison(comparison)));
        out.println("  " + result.path("method").asText());
        result.path("warnings").forEach(warning -> out.println("  ! " + warning.asText()));
        details.quoted(figure.path("definition").path("quoted"));
        out.println();
    }

    private void estimators(JsonNode estimators) {
        if (!estimators.isMissingNode()) {
            out.println("    "
                    + estimators.properties().stream()
                            .map(entry -> entry.getKey() + " " + number(entry.getValue()))
                            .collect(Collectors.joining(", ")));
        }
    }

    static String estimate(JsonNode group) {
        return group.path("estimate").isNumber()
                ? number(group.path("estimate")) + " (" + number(group.path("lower")) + " to "
                        + number(group.path("upper")) + ")"
                : number(group.path("estimate"));
    }

    private static String comparison(JsonNode comparison) {
        String groups = comparison.path("group").asText() + " against "
                + comparison.path("reference").asText() + ", "
                + comparison.path("method").asText() + ": ";
        if (comparison.has("df") && comparison.has("estimate")) {
            return groups + (comparison.has("visit") ? comparison.path("visit").asText() + ", " : "") + "difference "
                    + estimate(comparison) + ", n " + comparison.path("n").asText() + p(comparison);
        }
        if (comparison.has("estimate")) {
            return groups + "ratio " + estimate(comparison) + p(comparison);
        }
        return groups + number(comparison.path("statistic")) + " on " + number(comparison.path("df")) + " df"
                + p(comparison);
    }

    private static String p(JsonNode comparison) {
        return comparison.has("p") ? ", p " + number(comparison.path("p")) : "";
    }

    /** Four significant digits for a person; JSON and CSV carry all of them. */
    static String number(JsonNode value) {
        if (!value.isNumber()) {
            return value.has("notEstimable")
                    ? "not estimable: " + value.path("notEstimable").asText()
                    : value.isMissingNode() || value.isNull() ? "–" : Rows.text(value);
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
