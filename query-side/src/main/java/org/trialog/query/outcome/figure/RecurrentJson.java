package org.trialog.query.outcome.figure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.trialog.query.statistics.CumulativeAt;
import org.trialog.query.statistics.CumulativeRow;

/**
 * The numbers of recurrent events as JSON: {@code day} that the estimate is read at, {@code atRiskAtEnd}, {@code estimators}
 * (the bare estimates by {@code mean-cumulative-function} and {@code ghosh-lin}), {@code estimatorDetails} (the same with
 * {@code estimate, standardError, lower, upper, method}), {@code cumulativeAt [{time, atRisk, estimate, standardError,
 * lower, upper}]}, {@code cumulative [{time, atRisk, events, estimate, standardError, lower, upper}]}, {@code deaths} and
 * {@code subjectsByEvents}.
 */
final class RecurrentJson {

    private RecurrentJson() {}

    static void add(Numbers.Recurrent numbers, ObjectNode node) {
        node.put("day", numbers.end().time());
        node.put("atRiskAtEnd", numbers.end().atRisk());
        ObjectNode bare = node.putObject("estimators");
        ObjectNode details = node.putObject("estimatorDetails");
        addEstimator("mean-cumulative-function", numbers.censoring(), bare, details);
        if (numbers.withDeath() != null) {
            addEstimator("ghosh-lin", numbers.withDeath(), bare, details);
        }
        ArrayNode times = node.putArray("cumulativeAt");
        for (CumulativeAt at : numbers.at()) {
            ObjectNode time = times.addObject();
            time.put("time", at.time());
            time.put("atRisk", at.atRisk());
            addEstimate(at, time);
        }
        ArrayNode table = node.putArray("cumulative");
        for (CumulativeRow row : numbers.cumulative()) {
            ObjectNode at = table.addObject();
            at.put("time", row.time());
            at.put("atRisk", row.atRisk());
            at.put("events", row.events());
            at.put("estimate", row.estimate());
            at.set("standardError", FigureJson.of(row.standardError()));
            ComparisonJson.addInterval(row.interval(), at);
        }
        node.put("deaths", numbers.deaths());
        ObjectNode histogram = node.putObject("subjectsByEvents");
        numbers.subjectsByEvents().forEach((events, subjects) -> histogram.put(Long.toString(events), subjects));
    }

    private static void addEstimator(String name, CumulativeAt end, ObjectNode bare, ObjectNode details) {
        bare.set(name, FigureJson.of(end.estimate()));
        ObjectNode detail = details.putObject(name);
        addEstimate(end, detail);
        detail.put("method", end.interval().method());
    }

    private static void addEstimate(CumulativeAt at, ObjectNode node) {
        node.set("estimate", FigureJson.of(at.estimate()));
        node.set("standardError", FigureJson.of(at.standardError()));
        ComparisonJson.addInterval(at.interval(), node);
    }
}
