package org.trialog.query.outcome.figure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.trialog.query.statistics.Interval;
import org.trialog.query.statistics.Ratio;

/**
 * Comparisons as JSON.
 *
 * <p>Of a test: {@code group}, {@code reference}, {@code method}, {@code statistic}, {@code df}, {@code p}.
 *
 * <p>Of a ratio: {@code group}, {@code reference}, {@code method}, {@code estimate}, {@code lower}, {@code upper},
 * {@code logEstimate}, {@code logStandardError}, {@code percentReduction {estimate, lower, upper}}, {@code p} and, for
 * exact ones, {@code pTwiceSmallerTail}. A p that is not shown has no key.
 *
 * <p>Of a difference of means: {@code group}, {@code reference}, {@code method}, {@code visit}, {@code n},
 * {@code estimate}, {@code lower}, {@code upper}, {@code standardError}, {@code df}, {@code p}, {@code standardised
 * {estimate, standardError, lower, upper}}.
 */
final class ComparisonJson {

    private ComparisonJson() {}

    static ObjectNode of(Comparison comparison) {
        ObjectNode node = FigureJson.NODES.objectNode();
        node.put("group", comparison.group());
        node.put("reference", comparison.reference());
        switch (comparison) {
            case Comparison.Test test -> {
                node.put("method", test.method());
                node.set("statistic", FigureJson.of(test.statistic()));
                node.put("df", test.degreesOfFreedom());
                if (test.p() != null) {
                    node.set("p", FigureJson.of(test.p()));
                }
            }
            case Comparison.Contrast contrast -> {
                node.put("method", contrast.method());
                addRatio(contrast.ratio(), node);
                if (contrast.p() != null) {
                    node.set("p", FigureJson.of(contrast.p()));
                }
                if (contrast.pTwiceSmallerTail() != null) {
                    node.set("pTwiceSmallerTail", FigureJson.of(contrast.pTwiceSmallerTail()));
                }
            }
            case Comparison.Difference difference -> ScoresJson.add(difference, node);
        }
        return node;
    }

    static void addRatio(Ratio ratio, ObjectNode node) {
        node.set("estimate", FigureJson.of(ratio.value()));
        addInterval(ratio.interval(), node);
        node.set("logEstimate", FigureJson.of(ratio.log()));
        node.set("logStandardError", FigureJson.of(ratio.logStandardError()));
        ObjectNode reduction = node.putObject("percentReduction");
        reduction.set("estimate", FigureJson.of(ratio.percentReduction()));
        addInterval(ratio.percentReductionInterval(), reduction);
    }

    static void addInterval(Interval interval, ObjectNode node) {
        node.set("lower", FigureJson.of(interval.lower()));
        node.set("upper", FigureJson.of(interval.upper()));
    }
}
