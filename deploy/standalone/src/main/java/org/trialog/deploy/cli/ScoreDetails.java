package org.trialog.deploy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The lines below a group of scores, of a share, or of times against a prognosis. */
record ScoreDetails(PrintStream out) {

    /** Nothing for a group that has none of them. */
    void print(JsonNode group) {
        visits(group);
        slopes(group);
        share(group);
        prognosis(group);
    }

    private void visits(JsonNode group) {
        if (!group.has("visits")) {
            return;
        }
        out.println("    baseline: " + mean(group.path("baseline")));
        for (JsonNode visit : group.path("visits")) {
            out.println("    " + visit.path("visit").asText() + ": " + mean(visit.path("value")) + "; change "
                    + mean(visit.path("change")) + missing(visit.path("missing")));
        }
    }

    private void slopes(JsonNode group) {
        if (group.has("slopeChange")) {
            out.println("    points a month before: " + mean(group.path("slopeBefore")) + "; after: "
                    + mean(group.path("slopeAfter")));
        }
    }

    private void share(JsonNode group) {
        if (group.has("share")) {
            JsonNode share = group.path("share");
            out.println("    " + fraction(share) + ", Wilson " + interval(share.path("wilson"))
                    + missing(group.path("undetermined")) + bounds(group.path("bounds"), group.path("undetermined")));
        }
    }

    private void prognosis(JsonNode group) {
        if (!group.has("beyondPrediction")) {
            return;
        }
        out.println("    observed months: " + mean(group.path("observedMonths")) + ", without the end when last seen "
                + group.path("alive").asText() + "; predicted: " + mean(group.path("predictedMonths")));
        JsonNode beyond = group.path("beyondPrediction");
        out.println("    longer than predicted: " + fraction(beyond.path("undeterminedAsNo")) + " to "
                + fraction(beyond.path("undeterminedAsYes")) + ", the undetermined as no and as yes");
        JsonNode ratio = group.path("observedExpected");
        if (!ratio.isMissingNode()) {
            out.println("    observed " + ratio.path("observed").asText() + " over expected "
                    + FigureTable.number(ratio.path("expected")) + ": " + FigureTable.estimate(ratio));
        }
        JsonNode curve = group.path("kaplanMeier");
        JsonNode restricted = curve.path("restrictedMean");
        out.println(
                "    Kaplan-Meier median " + FigureTable.estimate(curve.path("median")) + " days; restricted mean to "
                        + FigureTable.number(restricted.path("tau")) + ": " + FigureTable.estimate(restricted));
    }

    private static String mean(JsonNode mean) {
        return FigureTable.number(mean.path("mean")) + " " + interval(mean) + ", SD "
                + (mean.path("standardDeviation").isNumber() ? FigureTable.number(mean.path("standardDeviation")) : "–")
                + ", n " + mean.path("n").asText();
    }

    private static String interval(JsonNode limits) {
        return limits.path("lower").isNumber()
                ? "(" + FigureTable.number(limits.path("lower")) + " to " + FigureTable.number(limits.path("upper"))
                        + ")"
                : "(no interval)";
    }

    private static String fraction(JsonNode share) {
        return share.path("numerator").asText() + " of "
                + share.path("denominator").asText();
    }

    private static String bounds(JsonNode bounds, JsonNode undetermined) {
        return undetermined.isEmpty()
                ? ""
                : "; as no " + fraction(bounds.path("undeterminedAsNo")) + ", as yes "
                        + fraction(bounds.path("undeterminedAsYes"));
    }

    private static String missing(JsonNode missing) {
        Map<String, Integer> reasons = new TreeMap<>();
        missing.forEach(one -> reasons.merge(one.path("reason").asText(), 1, Integer::sum));
        return reasons.isEmpty()
                ? ""
                : reasons.entrySet().stream()
                        .map(reason -> reason.getValue() + " " + reason.getKey())
                        .collect(Collectors.joining(", ", "; without: ", ""));
    }
}
