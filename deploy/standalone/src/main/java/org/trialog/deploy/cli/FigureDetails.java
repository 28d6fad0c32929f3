package org.trialog.deploy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The lines around the numbers of a figure: what was asked, who is missing, and what stands before it. */
record FigureDetails(PrintStream out) {

    /** What is counted, and when, in the words of the definition. */
    void window(JsonNode definition) {
        if (definition.path("anchor").isMissingNode()) {
            return;
        }
        String controls = definition.path("controlAnchor").asText("");
        String english = definition.path("label").path("en").asText("");
        if (definition.path("kind").asText().equals("pooled")) {
            out.println("  " + english + ": " + pooled(definition));
            return;
        }
        out.println("  " + (english.isEmpty() ? "" : english + ": ")
                + asked(definition) + ", " + span(definition)
                + (controls.isEmpty() ? "" : " (controls: " + controls + ")")
                + (definition.path("baseline").isObject() ? "; baseline " + span(definition.path("baseline")) : ""));
    }

    /** What is brought together, from where. */
    private static String pooled(JsonNode definition) {
        String time = definition.path("at").asText("");
        String from = Stream.of("studies", "outcome", "aggregates", "aggregateMeasure")
                .map(definition::path)
                .filter(value -> value.isTextual() || value.size() > 0)
                .map(value -> value.isTextual()
                        ? value.asText()
                        : StreamSupport.stream(value.spliterator(), false)
                                .map(JsonNode::asText)
                                .collect(Collectors.joining(" + ")))
                .collect(Collectors.joining(", "));
        return from + (time.isEmpty() || time.equals("null") ? "" : " at " + time);
    }

    /** What is looked at: an event, a score at its visits, a share, or a prognosis. */
    private static String asked(JsonNode definition) {
        JsonNode share = definition.path("of");
        String visits = StreamSupport.stream(definition.path("visits").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "));
        String named = Stream.of(
                        words(definition.path("event"), "kind"),
                        words(share.path("event"), "kind"),
                        words(definition, "instrument", "subscale", "item", "measurement", "location", "method"),
                        visits.isEmpty() ? "" : "at " + visits,
                        words(share, "covariate", "value"),
                        words(definition.path("prediction"), "model", "version"))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return named.isEmpty() ? definition.path("kind").asText() : named;
    }

    private static String words(JsonNode node, String... keys) {
        return Stream.of(keys)
                .map(node::path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .collect(Collectors.joining(" "));
    }

    /** Footnotes: what others published, never computed here. */
    void quoted(JsonNode quotations) {
        quotations.forEach(quotation ->
                out.println("  quoted, not computed: " + quotation.path("text").asText() + " ("
                        + quotation.path("source").asText() + ")"));
    }

    private static String span(JsonNode window) {
        String from = window.path("from").asText("P0D");
        String to = window.path("to").asText("");
        return (from.equals("null") ? "P0D" : from) + " to "
                + (to.isEmpty() || to.equals("null") ? "the end of follow-up" : "before " + to) + " from "
                + window.path("anchor").asText();
    }

    void leftOut(JsonNode excluded) {
        Map<String, Integer> reasons = new TreeMap<>();
        excluded.forEach(out -> reasons.merge(out.path("reason").asText(), 1, Integer::sum));
        reasons.forEach((reason, count) -> out.printf("    left out %d: %s%n", count, reason));
    }

    void observed(JsonNode group) {
        if (group.has("fullyObserved") && group.path("subjects").asInt() > 0) {
            out.printf(
                    "    with an event %s, fully observed %s, partly %s, at risk at the end %s%n",
                    group.path("subjectsWithEvent").asText(),
                    group.path("fullyObserved").asText(),
                    group.path("partlyObserved").asText(),
                    group.path("atRiskAtEnd").asText());
        }
    }

    /** The window before, and how the rate stands to it; nothing where nobody has one. */
    void baseline(JsonNode group) {
        JsonNode before = group.path("baseline");
        if (!before.has("events") || group.path("subjects").asInt() == 0) {
            return;
        }
        JsonNode ratio = group.path("ratioToBaseline");
        out.printf(
                "    baseline: events %s in %s person-years, %s a year; age %s there, %s in the window%n",
                FigureTable.number(before.path("events")),
                FigureTable.number(before.path("personYears")),
                FigureTable.estimate(before),
                age(before.path("ageYears")),
                age(group.path("ageYears")));
        out.println("    against its baseline: ratio " + FigureTable.estimate(ratio) + ", reduction "
                + FigureTable.estimate(ratio.path("percentReduction")) + " %, "
                + ratio.path("method").asText());
    }

    private static String age(JsonNode years) {
        return FigureTable.number(years.path("median")) + " (" + FigureTable.number(years.path("minimum")) + "–"
                + FigureTable.number(years.path("maximum")) + ")";
    }
}
