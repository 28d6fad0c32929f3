package org.trialog.events.protocol;

import java.time.Period;
import org.trialog.events.protocol.OutcomeDefinition.Measure;

/** What a pooled outcome needs beside its measure: where its studies come from, and what of them. */
record PoolingSense(Findings findings) {

    /** @param at the outcome's path with its dot, or empty */
    void check(OutcomeDefinition outcome, String at) {
        boolean held = !outcome.studies().isEmpty();
        boolean registered = !outcome.aggregates().isEmpty();
        findings.wrongIf(
                !held && !registered,
                at + "studies",
                "nothing to pool: name 'studies' held here, 'aggregates', or both");
        findings.wrongIf(
                held && outcome.outcome() == null, at + "outcome", "which outcome of the studies held here is pooled?");
        findings.wrongIf(
                registered && outcome.aggregateMeasure().isEmpty(),
                at + "aggregateMeasure",
                "which measure of the registered results is pooled?");
        Period time = outcome.at();
        findings.wrongIf(registered && time == null, at + "at", "at which time were the registered results measured?");
        findings.wrongIf(time != null && Findings.days(time) < 0, at + "at", "the time counts from the start on");
        findings.wrongIf(
                outcome.aggregateMeasure().size() > 1 && outcome.measure() != Measure.STANDARDISED_MEAN_DIFFERENCE,
                at + "aggregateMeasure",
                "several measures can only be pooled as standardised mean differences");
    }
}
