package org.trialog.events.protocol;

import java.math.BigDecimal;
import java.util.List;
import org.trialog.events.protocol.OutcomeDefinition.Expected;

/** What the definition of an observed time held against a predicted one may get wrong. */
record ForecastSense(Findings findings) {

    void check(OutcomeDefinition outcome, String at) {
        List<String> terminal = outcome.terminal();
        findings.wrongIf(
                !terminal.isEmpty() && !terminal.contains(OutcomeNames.DEATH),
                at + "terminal",
                "who died is not followed any further: 'death' is one of the ends");
        String whole = "the time is observed from the origin to the end: it has no window";
        findings.wrongIf(outcome.from() != null, at + "from", whole);
        findings.wrongIf(outcome.to() != null, at + "to", whole);
        Expected expected = outcome.expected();
        if (expected != null) {
            findings.wrongIf(
                    (expected.law() == null) == expected.curve().isEmpty(),
                    at + "expected",
                    "exactly one of a law and an entered curve is expected");
            curve(expected.curve(), at + "expected.curve");
        }
    }

    private void curve(List<Expected.Point> points, String path) {
        long day = 0;
        BigDecimal share = BigDecimal.ONE;
        for (int index = 0; index < points.size(); index++) {
            Expected.Point point = points.get(index);
            String at = path + "[" + index + "]";
            findings.wrongIf(Findings.days(point.at()) <= day, at + ".at", "the times of the curve must rise");
            findings.wrongIf(point.share().compareTo(share) > 0, at + ".share", "the curve must not rise");
            findings.wrongIf(
                    point.share().signum() <= 0, at + ".share", "end the curve before nobody is left without the end");
            day = Findings.days(point.at());
            share = point.share();
        }
    }
}
