package org.trialog.query.outcome.figure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.trialog.events.protocol.OutcomeDefinition;
import org.trialog.events.wire.FactJson;
import org.trialog.query.statistics.Estimate;

/**
 * The {@code result} of a figure as JSON, and its one canonical text ({@link CanonicalJson}).
 *
 * <p>A number that cannot be estimated is an object {@code {"notEstimable": "why"}}, an infinite one the text
 * {@code "Infinity"} or {@code "-Infinity"}. Times are days, rates per 365.25 days.
 *
 * <p>Of the result: {@code by}, {@code publication} (see {@link Publication}), {@code groups}, {@code comparisons},
 * {@code method}, {@code warnings}.
 *
 * <p>Of every group: {@code group}, {@code subjects}, {@code excluded [{subject, reason}]}, {@code events},
 * {@code eventsRange {minimum, maximum}} over all placements of partial dates, {@code personYears}, {@code estimate},
 * {@code lower}, {@code upper}, and, when dates are partial, {@code sensitivity {earliest, latest}}. Beside them, by kind,
 * what {@link NumbersJson} writes. Of comparisons, what {@link ComparisonJson} writes.
 */
public final class FigureJson {

    static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private FigureJson() {}

    /** The canonical text of the result: what receipts hash. */
    public static String write(Figure figure) {
        return CanonicalJson.write(result(figure));
    }

    /** The result as a tree; in canonical text its keys are sorted. */
    public static ObjectNode result(Figure figure) {
        return result(figure.result());
    }

    /** The same of a result without its figure. */
    public static ObjectNode result(Result result) {
        ObjectNode node = NODES.objectNode();
        node.put("by", result.by());
        node.put("publication", result.publication().token());
        ArrayNode groups = node.putArray("groups");
        result.groups().forEach(group -> groups.add(group(group)));
        ArrayNode comparisons = node.putArray("comparisons");
        result.comparisons().forEach(comparison -> comparisons.add(ComparisonJson.of(comparison)));
        node.put("method", result.method());
        ArrayNode warnings = node.putArray("warnings");
        result.warnings().forEach(warnings::add);
        return node;
    }

    /** SHA-256 of the definition's canonical JSON. */
    public static String hash(OutcomeDefinition definition) {
        return CanonicalJson.sha256(FactJson.mapper().valueToTree(definition));
    }

    private static ObjectNode group(Group group) {
        ObjectNode node = NODES.objectNode();
        node.put("group", group.group());
        node.put("subjects", group.subjects());
        ArrayNode excluded = node.putArray("excluded");
        group.excluded()
                .forEach(out ->
                        excluded.addObject().put("subject", out.subject()).put("reason", out.reason()));
        node.put("events", group.events());
        node.putObject("eventsRange")
                .put("minimum", group.range().minimum())
                .put("maximum", group.range().maximum());
        node.put("personYears", group.personYears());
        node.set("estimate", of(group.estimate()));
        node.set("lower", of(group.lower()));
        node.set("upper", of(group.upper()));
        Group.Sensitivity sensitivity = group.sensitivity();
        if (sensitivity != null) {
            ObjectNode placements = node.putObject("sensitivity");
            placements.set("earliest", of(sensitivity.earliest()));
            placements.set("latest", of(sensitivity.latest()));
        }
        NumbersJson.add(group.numbers(), node);
        return node;
    }

    /** The number, the text {@code "Infinity"} or {@code "-Infinity"}, or {@code {"notEstimable": "why"}}. */
    public static JsonNode of(Estimate estimate) {
        return switch (estimate) {
            case Estimate.NotEstimable(String reason) -> NODES.objectNode().put("notEstimable", reason);
            case Estimate.Known(double value) when Double.isInfinite(value) -> NODES.textNode(Double.toString(value));
            case Estimate.Known(double value) -> NODES.numberNode(value);
        };
    }
}
