package org.trialog.query.outcome.figure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.trialog.query.statistics.PoissonRate;

/** The numbers of an event rate as JSON; the keys stand at {@link NumbersJson}. */
final class RatesJson {

    private RatesJson() {}

    static void add(Numbers.Rates rates, ObjectNode node) {
        node.set("dispersion", FigureJson.of(rates.dispersion()));
        if (rates.theta() != null) {
            node.set("theta", FigureJson.of(rates.theta()));
        }
        node.set("exact", rate(rates.exact()));
        ObjectNode histogram = node.putObject("subjectsByEvents");
        rates.subjectsByEvents().forEach((events, subjects) -> histogram.put(Long.toString(events), subjects));
        if (rates.before() != null) {
            addBefore(rates.before(), node);
        }
    }

    private static void addBefore(Numbers.BeforeAfter before, ObjectNode node) {
        ObjectNode baseline = rate(before.baseline());
        baseline.set("ageYears", ages(before.ageAtBaseline()));
        node.set("baseline", baseline);
        if (before.between() != null) {
            node.set("between", rate(before.between()));
        }
        node.set("ageYears", ages(before.ageAtWindow()));
        ObjectNode ratio = node.putObject("ratioToBaseline");
        ratio.put("method", before.ratio().interval().method());
        ComparisonJson.addRatio(before.ratio(), ratio);
        ratio.set("p", FigureJson.of(before.p()));
        ObjectNode exact = ratio.putObject("exact");
        exact.put("method", before.exactRatio().interval().method());
        exact.set("estimate", FigureJson.of(before.exactRatio().value()));
        ComparisonJson.addInterval(before.exactRatio().interval(), exact);
        ObjectNode ranks = ratio.putObject("signedRank");
        ranks.set("statistic", FigureJson.of(before.signedRank()));
        ranks.set("p", FigureJson.of(before.signedRankP()));
    }

    private static ObjectNode ages(Numbers.Ages ages) {
        ObjectNode node = FigureJson.NODES.objectNode();
        node.put("known", ages.known());
        node.set("minimum", FigureJson.of(ages.minimum()));
        node.set("median", FigureJson.of(ages.median()));
        node.set("maximum", FigureJson.of(ages.maximum()));
        return node;
    }

    private static ObjectNode rate(PoissonRate rate) {
        ObjectNode node = FigureJson.NODES.objectNode();
        node.put("events", rate.events());
        node.put("personYears", rate.personTime());
        node.set("estimate", FigureJson.of(rate.rate()));
        ComparisonJson.addInterval(rate.interval(), node);
        return node;
    }
}
