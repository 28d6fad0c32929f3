package org.trialog.events.protocol;

import static org.trialog.events.protocol.OutcomeDefinition.Kind.ADVERSE_EVENTS;
import static org.trialog.events.protocol.OutcomeDefinition.Kind.EVENT_FREE_INTERVAL;
import static org.trialog.events.protocol.OutcomeDefinition.Kind.EVENT_FREE_TIME;
import static org.trialog.events.protocol.OutcomeDefinition.Kind.EVENT_RATE;
import static org.trialog.events.protocol.OutcomeDefinition.Kind.OBSERVED_EXPECTED;
import static org.trialog.events.protocol.OutcomeDefinition.Kind.POOLED;
import static org.trialog.events.protocol.OutcomeDefinition.Kind.PROPORTION;
import static org.trialog.events.protocol.OutcomeDefinition.Kind.RECURRENT_EVENTS;
import static org.trialog.events.protocol.OutcomeDefinition.Kind.SCORE_CHANGE;
import static org.trialog.events.protocol.OutcomeDefinition.Kind.TIME_TO_FIRST_EVENT;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.trialog.events.protocol.OutcomeDefinition.Kind;

/**
 * Which kinds of outcome have a key, and which cannot do without it. Keys that do not stand here belong to all.
 *
 * @param of the kinds that may have it
 * @param mandatory those that must
 * @param about what it says, for the sentence when it is missing
 */
record OutcomeKeys(String key, Set<Kind> of, Set<Kind> mandatory, String about) {

    private static final Set<Kind> OF_EVENTS =
            EnumSet.of(EVENT_FREE_INTERVAL, EVENT_FREE_TIME, EVENT_RATE, TIME_TO_FIRST_EVENT, RECURRENT_EVENTS);
    private static final Set<Kind> ANCHORED = EnumSet.complementOf(EnumSet.of(POOLED));

    private static final List<OutcomeKeys> ALL = List.of(
            new OutcomeKeys("anchor", ANCHORED, ANCHORED, "where time starts"),
            new OutcomeKeys("controlAnchor", ANCHORED, Set.of(), ""),
            new OutcomeKeys("from", ANCHORED, Set.of(), ""),
            new OutcomeKeys("to", ANCHORED, EnumSet.of(EVENT_FREE_INTERVAL), "where its window ends"),
            new OutcomeKeys("event", with(OF_EVENTS, ADVERSE_EVENTS), OF_EVENTS, "which occurrences count"),
            optional("partialDates", SCORE_CHANGE, PROPORTION),
            optional("estimator", EVENT_FREE_INTERVAL),
            optional("baseline", EVENT_RATE),
            optional("unit", EVENT_RATE),
            optional("model", EVENT_RATE, RECURRENT_EVENTS),
            optional("tau", TIME_TO_FIRST_EVENT, OBSERVED_EXPECTED),
            optional("compare", TIME_TO_FIRST_EVENT),
            new OutcomeKeys(
                    "terminal",
                    EnumSet.of(RECURRENT_EVENTS, OBSERVED_EXPECTED),
                    EnumSet.of(OBSERVED_EXPECTED),
                    "the end that was predicted"),
            mandatory("prediction", "whose prognosis", OBSERVED_EXPECTED),
            optional("expected", OBSERVED_EXPECTED),
            optional("instrument", SCORE_CHANGE, PROPORTION),
            optional("item", SCORE_CHANGE, PROPORTION),
            optional("subscale", SCORE_CHANGE, PROPORTION),
            optional("measurement", SCORE_CHANGE, PROPORTION),
            optional("location", SCORE_CHANGE, PROPORTION),
            optional("visits", SCORE_CHANGE, PROPORTION),
            optional("method", SCORE_CHANGE),
            optional("responder", SCORE_CHANGE),
            mandatory("of", "what share", PROPORTION),
            optional("outcome", POOLED),
            optional("studies", POOLED),
            optional("aggregates", POOLED),
            optional("aggregateMeasure", POOLED),
            optional("at", POOLED),
            optional("benefit", POOLED),
            mandatory("measure", "what a study contributes", POOLED),
            optional("tau2", POOLED),
            optional("test", POOLED),
            optional("subgroup", POOLED));

    /** @param at the outcome's path with its dot, or empty */
    static void check(Kind kind, Findings findings, String at) {
        for (OutcomeKeys key : ALL) {
            boolean given = findings.given(at + key.key());
            findings.wrongIf(given && !key.of().contains(kind), at + key.key(), key.elsewhere());
            findings.wrongIf(
                    !given && key.mandatory().contains(kind),
                    at + key.key(),
                    "an outcome of this kind needs this key: " + key.about());
        }
    }

    private String elsewhere() {
        String kinds = of.stream()
                .map(kind -> "'" + Shape.Token.of(kind).tokens().getFirst() + "'")
                .collect(Collectors.joining(", "));
        return of.size() == 1
                ? "only an outcome of the kind %s has this key".formatted(kinds)
                : "only outcomes of the kinds %s have this key".formatted(kinds);
    }

    private static OutcomeKeys optional(String key, Kind... kinds) {
        return new OutcomeKeys(key, EnumSet.copyOf(Arrays.asList(kinds)), Set.of(), "");
    }

    private static OutcomeKeys mandatory(String key, String about, Kind kind) {
        return new OutcomeKeys(key, EnumSet.of(kind), EnumSet.of(kind), about);
    }

    private static Set<Kind> with(Set<Kind> kinds, Kind more) {
        EnumSet<Kind> all = EnumSet.copyOf(kinds);
        all.add(more);
        return all;
    }
}
