package org.trialog.events.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialog.events.protocol.ProtocolProblem.Finding;

/** Outcomes on scores, shares and predictions: what a definition must say, and must not. */
class ScoresOfProtocolTest {

    private static final String PROTOCOL = """
        study: als
        version: 1
        title: ALS
        arms:
          - id: cells
        visits:
          - {code: M6, anchor: first-dose, at: P6M, window: [P-14D, P14D]}
          - {code: M12, anchor: first-dose, at: P12M, window: [P-14D, P14D]}
        instruments:
          - id: alsfrs-r
            version: "1999"
            items:
              - {id: speech, minimum: 0, maximum: 4}
              - {id: saliva, minimum: 0, maximum: 4}
            minimum: 0
            maximum: 48
            direction: higher-better
            required: 0
            subscales:
              - {id: bulbar, items: [speech, saliva]}
        measurements:
          - {code: density, unit: g/cm2}
        clinicalEvents: [tracheostomy]
        outcomes:
          - OUTCOME}
        """;

    private static final String CHANGE =
            "{id: o, version: 1, kind: score-change, anchor: first-dose, instrument: alsfrs-r, visits: [M6, M12]";
    private static final String SLOPE =
            "{id: o, version: 1, kind: score-change, anchor: first-dose, instrument: alsfrs-r, method: slope";
    private static final String SHARE = "{id: o, version: 1, kind: proportion, anchor: first-dose";
    private static final String FORECAST =
            "{id: o, version: 1, kind: observed-expected, anchor: diagnosis, prediction: {model: ENCALS}";

    private static String outcome(String text) {
        return PROTOCOL.replace("OUTCOME", text)
                .replace("CHANGE", CHANGE)
                .replace("SLOPE", SLOPE)
                .replace("SHARE", SHARE)
                .replace("FORECAST", FORECAST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CHANGE",
                "CHANGE, method: ancova, item: speech, partialDates: midpoint",
                "CHANGE, subscale: bulbar, by: site",
                "SLOPE, from: P-6M, to: P12M",
                "SLOPE",
                "{id: o, version: 1, kind: score-change, anchor: enrolment, measurement: density, location: total-hip,"
                        + " visits: [M6]",
                "{id: o, version: 1, kind: score-change, anchor: first-dose, instrument: alsfrs-r, method: responder,"
                        + " responder: {threshold: 1.25}",
                "SHARE, to: P1Y, of: {event: {kind: death}}",
                "SHARE, instrument: alsfrs-r, of: {responder: {threshold: 1.25, compares: slope}}",
                "SHARE, measurement: density, visits: [M12], of: {responder: {threshold: 0.1, compares: change,"
                        + " direction: higher-better}}",
                "SHARE, of: {covariate: onset, value: bulbar}",
                "FORECAST, terminal: death",
                "FORECAST, terminal: [death, tracheostomy], tau: P10Y, expected: {law: exponential}",
                "FORECAST, terminal: death, expected: {curve: [{at: P5Y, share: 0.3}, {at: P10Y, share: 0.15}]},"
                        + " quoted: [{text: P = 0.016, source: Cytotherapy 2023}]"
            })
    void aDefinitionThatSaysAllIsTaken(String text) {
        assertThat(ProtocolFile.read("als.yaml", outcome(text)).protocol().outcomes())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        CHANGE, measurement: density|instrument|exactly one of 'instrument' and 'measurement'
        {id: o, version: 1, kind: score-change, anchor: enrolment, visits: [M6]|instrument|exactly one
        {id: o, version: 1, kind: score-change, anchor: enrolment, instrument: womac, visits: [M6]|instrument|no instrument of this protocol
        {id: o, version: 1, kind: score-change, anchor: enrolment, measurement: height, visits: [M6]|measurement|no measurement of this protocol
        CHANGE, item: walking|item|no item of alsfrs-r
        CHANGE, subscale: motor|subscale|no subscale of alsfrs-r
        CHANGE, item: speech, subscale: bulbar|subscale|either an item
        CHANGE, location: total-hip|location|only a measurement
        {id: o, version: 1, kind: score-change, anchor: enrolment, instrument: alsfrs-r, visits: [M9]|visits[0]|no planned visit
        {id: o, version: 1, kind: score-change, anchor: enrolment, instrument: alsfrs-r, visits: [M6, M6]|visits[1]|twice
        {id: o, version: 1, kind: score-change, anchor: enrolment, instrument: alsfrs-r|visits|at which visits
        {id: o, version: 1, kind: score-change, anchor: each-dose, instrument: alsfrs-r, visits: [M6]|anchor|one day 0
        CHANGE, to: P1Y|to|the visits say when
        CHANGE, method: responder|responder|who responded
        CHANGE, responder: {threshold: 1}|responder|who responded
        SLOPE, visits: [M6]|visits|all values in the window
        SLOPE, from: P1M|from|before day 0
        SHARE|of|what share
        SHARE, of: {}|of|exactly one
        SHARE, to: P1Y, of: {event: {kind: death}, covariate: onset}|of|exactly one
        SHARE, of: {event: {kind: death}}|to|by when
        SHARE, to: P1Y, of: {event: {kind: composite}}|of.event.of|parts
        SHARE, of: {covariate: onset}, instrument: alsfrs-r|instrument|only a share of responders
        SHARE, of: {covariate: onset}, to: P1Y|to|as at day 0
        SHARE, to: P1Y, of: {event: {kind: death}, value: x}|of.value|only a covariate
        SHARE, instrument: alsfrs-r, of: {responder: {threshold: 0}}|of.responder.threshold|more than nothing
        SHARE, instrument: alsfrs-r, of: {responder: {threshold: 1, direction: lower-better}}|of.responder.direction|says it itself
        SHARE, measurement: density, of: {responder: {threshold: 1}}|of.responder.direction|which way is better
        SHARE, instrument: alsfrs-r, visits: [M6, M12], of: {responder: {threshold: 1, compares: change}}|visits|exactly one visit
        FORECAST|terminal|the end that was predicted
        FORECAST, terminal: tracheostomy|terminal|'death' is one of the ends
        FORECAST, terminal: [death, rodding-surgery]|terminal[1]|neither 'death' nor
        FORECAST, terminal: death, to: P1Y|to|no window
        FORECAST, terminal: death, expected: {}|expected|exactly one of a law
        FORECAST, terminal: death, expected: {law: exponential, curve: [{at: P1Y, share: 0.5}]}|expected|exactly one
        FORECAST, terminal: death, expected: {curve: [{at: P1Y, share: 0.5}, {at: P1Y, share: 0.4}]}|expected.curve[1].at|must rise
        FORECAST, terminal: death, expected: {curve: [{at: P1Y, share: 0.5}, {at: P2Y, share: 0.6}]}|expected.curve[1].share|must not rise
        FORECAST, terminal: death, expected: {curve: [{at: P1Y, share: 0}]}|expected.curve[0].share|nobody is left
        """)
    void aDefinitionThatMakesNoSenseIsRefusedAtItsKey(String text, String path, String words) {
        List<Finding> findings = catchThrowableOfType(
                        ProtocolProblem.class, () -> ProtocolFile.read("als.yaml", outcome(text)))
                .findings();

        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.path()).isEqualTo("outcomes[0]." + path);
            assertThat(finding.sentence()).contains(words);
        });
    }

    @Test
    void aDefinitionOnItsOwnIsHeldAgainstTheProtocolThatItIsTriedOn() {
        OutcomeDefinition alone = ProtocolFile.readOutcome(
                "tried.yaml",
                "{id: o, version: 1, kind: score-change, anchor: enrolment, instrument: womac, visits: [M6, M9]}");
        Protocol protocol = ProtocolFile.read("als.yaml", outcome("CHANGE")).protocol();

        assertThat(OutcomeNames.unknown(protocol, alone))
                .extracting(OutcomeNames.Unknown::path)
                .containsExactly("instrument", "visits[1]");
        assertThat(OutcomeNames.unknown(protocol, protocol.outcomes().getFirst()))
                .isEmpty();
    }
}
