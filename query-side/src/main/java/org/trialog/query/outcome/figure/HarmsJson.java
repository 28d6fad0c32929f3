package org.trialog.query.outcome.figure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.trialog.query.statistics.Interval;
import org.trialog.query.statistics.Proportion;

/**
 * The numbers of adverse events as JSON: {@code subjectsWithEvent {numerator, denominator, estimate, lower, upper, method}},
 * {@code breakdown} (the table that is shown first) and {@code tables} by {@code term}, {@code system-organ-class},
 * {@code grade}, {@code seriousness} and {@code relatedness}, each {@code [{value, systemOrganClass, subjects, events,
 * estimate, lower, upper}]} with the rate a person-year; {@code systemOrganClass} of terms only, where it is given. All
 * groups have the same lines, in the same order.
 */
final class HarmsJson {

    private HarmsJson() {}

    static void add(Numbers.Harms harms, ObjectNode node) {
        Proportion share = harms.subjectsWithEvent();
        Interval interval = share.clopperPearson();
        ObjectNode affected = node.putObject("subjectsWithEvent");
        affected.put("numerator", share.successes());
        affected.put("denominator", share.n());
        affected.set("estimate", FigureJson.of(share.estimate()));
        ComparisonJson.addInterval(interval, affected);
        affected.put("method", interval.method());
        node.put("breakdown", harms.breakdown());
        ObjectNode tables = node.putObject("tables");
        harms.tables().forEach((breakdown, lines) -> {
            ArrayNode table = tables.putArray(breakdown);
            lines.forEach(line -> addLine(line, table.addObject()));
        });
    }

    private static void addLine(Numbers.Tallied line, ObjectNode node) {
        node.put("value", line.value());
        if (line.systemOrganClass() != null) {
            node.put("systemOrganClass", line.systemOrganClass());
        }
        node.put("subjects", line.subjects());
        node.put("events", line.rate().events());
        node.set("estimate", FigureJson.of(line.rate().rate()));
        ComparisonJson.addInterval(line.rate().interval(), node);
    }
}
