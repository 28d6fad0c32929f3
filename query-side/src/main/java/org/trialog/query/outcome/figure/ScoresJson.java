package org.trialog.query.outcome.figure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.trialog.query.statistics.SampleMean;
import org.trialog.query.statistics.StandardisedDifference;

/**
 * Scores as JSON. A mean is {@code {n, mean, standardDeviation, standardError, lower, upper}}.
 *
 * <p>Of changes: {@code baseline} (a mean), {@code visits [{visit, value, change, missing [{subject, reason}]}]} with a
 * mean each.
 *
 * <p>Of slopes, points a month of 30.4375 days: {@code slopeBefore}, {@code slopeAfter}, {@code slopeChange} (means),
 * {@code perSubject [{subject, slopeBefore, slopeAfter, valuesBefore, valuesAfter}]}.
 */
final class ScoresJson {

    private ScoresJson() {}

    static void add(Numbers.ScoreChanges changes, ObjectNode node) {
        node.set("baseline", mean(changes.baseline()));
        ArrayNode visits = node.putArray("visits");
        for (Numbers.ScoreAt at : changes.visits()) {
            ObjectNode visit = visits.addObject();
            visit.put("visit", at.visit());
            visit.set("value", mean(at.value()));
            visit.set("change", mean(at.change()));
            addMissing("missing", at.missing(), visit);
        }
    }

    static void add(Numbers.ScoreSlopes slopes, ObjectNode node) {
        node.set("slopeBefore", mean(slopes.before()));
        node.set("slopeAfter", mean(slopes.after()));
        node.set("slopeChange", mean(slopes.change()));
        ArrayNode perSubject = node.putArray("perSubject");
        for (Numbers.SubjectSlopes one : slopes.perSubject()) {
            ObjectNode subject = perSubject.addObject().put("subject", one.subject());
            subject.set("slopeBefore", FigureJson.of(one.before()));
            subject.set("slopeAfter", FigureJson.of(one.after()));
            subject.put("valuesBefore", one.valuesBefore()).put("valuesAfter", one.valuesAfter());
        }
    }

    static void add(Comparison.Difference difference, ObjectNode node) {
        node.put("method", difference.method());
        if (difference.visit() != null) {
            node.put("visit", difference.visit());
        }
        node.put("n", difference.n());
        node.set("estimate", FigureJson.of(difference.estimate()));
        ComparisonJson.addInterval(difference.interval(), node);
        node.set("standardError", FigureJson.of(difference.standardError()));
        node.set("df", FigureJson.of(difference.degreesOfFreedom()));
        if (difference.p() != null) {
            node.set("p", FigureJson.of(difference.p()));
        }
        StandardisedDifference standardised = difference.standardised();
        if (standardised != null) {
            ObjectNode g = node.putObject("standardised");
            g.set("estimate", FigureJson.of(standardised.g()));
            g.set("standardError", FigureJson.of(standardised.standardError()));
            ComparisonJson.addInterval(standardised.interval(), g);
        }
    }

    static ObjectNode mean(SampleMean mean) {
        ObjectNode node = FigureJson.NODES.objectNode();
        node.put("n", mean.n());
        node.set("mean", FigureJson.of(mean.mean()));
        node.set("standardDeviation", FigureJson.of(mean.deviation()));
        node.set("standardError", FigureJson.of(mean.standardError()));
        ComparisonJson.addInterval(mean.interval(), node);
        return node;
    }

    static void addMissing(String key, List<Numbers.Missing> missing, ObjectNode node) {
        ArrayNode list = node.putArray(key);
        missing.forEach(one -> list.addObject().put("subject", one.subject()).put("reason", one.reason()));
    }
}
