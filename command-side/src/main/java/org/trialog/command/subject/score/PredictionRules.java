package org.trialog.command.subject.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.events.clinical.Prediction;

/** A prognosis is a time that somebody's model gave: more than nothing, in a unit that can be compared with what happened. */
public final class PredictionRules {
    private static final Set<String> UNITS = Set.of("days", "weeks", "months", "years");

    private PredictionRules() {}

    public static List<Rule> rules() {
        return List.of(Rule.number(0, "prediction-not-positive", "prediction-unit-unknown")
                .on(Prediction.class, PredictionRules::judge));
    }

    private static List<Finding> judge(Prediction prediction, Matter matter) {
        List<Finding> findings = new ArrayList<>();
        if (prediction.value().signum() <= 0) {
            findings.add(Finding.wrong(0, "prediction-not-positive", "A predicted time is more than nothing.")
                    .at("value")
                    .with("value", prediction.value().toPlainString()));
        }
        if (!UNITS.contains(prediction.unit())) {
            findings.add(Finding.wrong(
                            0, "prediction-unit-unknown", "A predicted time is given in days, weeks, months or years.")
                    .at("unit"));
        }
        return findings;
    }
}
