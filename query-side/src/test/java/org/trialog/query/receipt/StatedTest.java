package org.trialog.query.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialog.events.protocol.OutcomeDefinition;
import org.trialog.events.protocol.ProtocolFile;
import org.trialog.events.wire.FactJson;

/** A definition that was tried comes out of its receipt as it went in. */
class StatedTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{id: a, version: 1, kind: event-free-interval, event: {kind: fracture, bones: {exclude: [toe]},"
                        + " minimumGap: P7D, episodes: true}, anchor: last-dose, controlAnchor: enrolment, to: P1Y}",
                "{id: a, version: 1, kind: event-rate, event: {kind: adverse-event, anyOf: [{termContains: [RASH]}],"
                        + " serious: true, minimumGrade: 2}, anchor: enrolment, by: none,"
                        + " baseline: {anchor: birth, from: P0D, to: P6M}, model: exact}",
                "{id: a, version: 1, kind: time-to-first-event, label: {en: A}, event: {kind: composite,"
                        + " of: [{kind: death}, {kind: clinical-event, kinds: [tracheostomy]}]}, anchor: birth,"
                        + " compare: [log-rank, cox], tau: P1Y}",
                "{id: a, version: 1, kind: observed-expected, anchor: diagnosis, terminal: [death], prediction:"
                        + " {model: ENCALS}, expected: {curve: [{at: P1Y, share: 0.9}, {at: P2Y, share: 0.5}]}}",
                "{id: a, version: 1, kind: score-change, anchor: enrolment, instrument: vas, visits: [BL, M3],"
                        + " method: change}",
                "{id: a, version: 1, kind: score-change, anchor: enrolment, instrument: vas, method: responder,"
                        + " responder: {threshold: 1.25}}",
                "{id: a, version: 1, kind: pooled, outcome: b, studies: [one, two], measure: md, tau2: reml}",
                "{id: a, version: 1, kind: proportion, anchor: enrolment, of: {event: {kind: death}}, to: P1Y}",
            })
    void aTriedDefinitionComesBackFromItsReceipt(String yaml) {
        OutcomeDefinition tried = ProtocolFile.readOutcome("tried", yaml.getBytes(StandardCharsets.UTF_8));
        ObjectNode receipt = FactJson.mapper().createObjectNode();
        receipt.put("study", "bones").put("outcome", "a").put("version", 1).put("hypothetical", true);
        receipt.putObject("asKnownAt").put("position", 7);
        receipt.putObject("parameters").put("by", "arm").put("cutoff", "2026-11-20");
        receipt.put("resultHash", "0");
        receipt.set("definition", FactJson.mapper().valueToTree(tried));

        assertThat(Stated.of(receipt).definition()).isEqualTo(tried);
    }
}
