package org.trialog.events.protocol;

import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import org.trialog.events.protocol.OutcomeDefinition.Compares;
import org.trialog.events.protocol.OutcomeDefinition.Method;
import org.trialog.events.protocol.OutcomeDefinition.Responder;
import org.trialog.events.protocol.OutcomeDefinition.Share;

/** What the definition of a change of scores, or of a share, may get wrong: what it reads, when, and by which rule. */
record ScoreSense(Findings findings) {

    void change(OutcomeDefinition outcome, String at) {
        scale(outcome, at);
        findings.unique(outcome.visits(), code -> code, at + "visits", "");
        Method method = outcome.method() == null ? Method.CHANGE : outcome.method();
        Responder responder = outcome.responder();
        findings.wrongIf(
                (method == Method.RESPONDER) == (responder == null),
                at + "responder",
                "the method 'responder', and no other, needs to know who responded");
        switch (method) {
            case CHANGE, ANCOVA -> {
                findings.wrongIf(outcome.visits().isEmpty(), at + "visits", "at which visits is the score read?");
                unwindowed(outcome, at, "the visits say when the score is read");
            }
            case SLOPE -> slope(outcome, at);
            case RESPONDER -> {
                if (responder != null) {
                    responder(outcome, responder, at, "responder");
                }
            }
        }
    }

    void share(OutcomeDefinition outcome, Share share, String at) {
        boolean event = share.event() != null;
        Responder responder = share.responder();
        boolean covariate = share.covariate() != null;
        findings.wrongIf(
                (event ? 1 : 0) + (responder == null ? 0 : 1) + (covariate ? 1 : 0) != 1,
                at + "of",
                "a share is of exactly one of 'event', 'responder' and 'covariate'");
        findings.wrongIf(share.value() != null && !covariate, at + "of.value", "only a covariate has a value");
        findings.wrongIf(event && outcome.to() == null, at + "to", "whoever had no event by when did not have it?");
        if (responder != null) {
            scale(outcome, at);
            findings.unique(outcome.visits(), code -> code, at + "visits", "");
            responder(outcome, responder, at, "of.responder");
            return;
        }
        for (String key : List.of("instrument", "item", "subscale", "measurement", "location", "visits")) {
            findings.wrongIf(findings.given(at + key), at + key, "only a share of responders reads a score");
        }
        if (covariate) {
            unwindowed(outcome, at, "a covariate is taken as at day 0");
        }
    }

    private void scale(OutcomeDefinition outcome, String at) {
        findings.wrongIf(
                (outcome.instrument() == null) == (outcome.measurement() == null),
                at + "instrument",
                "a score is of exactly one of 'instrument' and 'measurement'");
        findings.wrongIf(
                outcome.item() != null && outcome.subscale() != null,
                at + "subscale",
                "either an item is looked at or a subscale");
        findings.wrongIf(
                outcome.instrument() == null && outcome.item() != null, at + "item", "only an instrument has items");
        findings.wrongIf(
                outcome.instrument() == null && outcome.subscale() != null,
                at + "subscale",
                "only an instrument has subscales");
        findings.wrongIf(
                outcome.measurement() == null && outcome.location() != null,
                at + "location",
                "only a measurement has a location");
    }

    private void responder(OutcomeDefinition outcome, Responder responder, String at, String key) {
        findings.wrongIf(
                responder.threshold().compareTo(BigDecimal.ZERO) <= 0,
                at + key + ".threshold",
                "the threshold is how much better, so more than nothing");
        findings.wrongIf(
                (outcome.measurement() == null) != (responder.direction() == null),
                at + key + ".direction",
                "of a measurement say which way is better; an instrument says it itself");
        if (responder.compares() == Compares.CHANGE) {
            findings.wrongIf(outcome.visits().size() != 1, at + "visits", "a responder is judged at exactly one visit");
            unwindowed(outcome, at, "the visit says when the score is read");
        } else {
            slope(outcome, at);
        }
    }

    private void slope(OutcomeDefinition outcome, String at) {
        findings.wrongIf(!outcome.visits().isEmpty(), at + "visits", "a slope is of all values in the window");
        Period from = outcome.from();
        findings.wrongIf(
                from != null && Findings.days(from) >= 0,
                at + "from",
                "a slope needs values before day 0: 'from' must lie before it");
    }

    private void unwindowed(OutcomeDefinition outcome, String at, String why) {
        findings.wrongIf(outcome.from() != null, at + "from", why);
        findings.wrongIf(outcome.to() != null, at + "to", why);
    }
}
