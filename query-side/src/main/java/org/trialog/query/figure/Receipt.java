package org.trialog.query.figure;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.trialog.events.wire.FactJson;
import org.trialog.query.outcome.figure.CanonicalJson;
import org.trialog.query.outcome.figure.FigureJson;

/**
 * The receipt of a figure: all that is needed to compute it again, and the hash of what came out. It says nothing of who
 * asked or when: the same figure has the same receipt.
 *
 * <p>Keys: {@code receipt} (version of this form), {@code study}, {@code outcome}, {@code version}, {@code kind}, {@code
 * hypothetical}, {@code asKnownAt {position, knownAt, event}}, {@code checkpoint} (of the ledger; null where none covers
 * the position), {@code parameters {by, cutoff}}, {@code definitionHash}, {@code definition} (whole, so that one that was
 * never published can be computed again), {@code build}, {@code resultHash} (SHA-256 of the canonical bytes of
 * {@code result}).
 */
public final class Receipt {

    private static final int FORM = 1;

    private Receipt() {}

    public static ObjectNode of(Computed computed, String build) {
        ObjectNode receipt = JsonNodeFactory.instance.objectNode();
        receipt.put("receipt", FORM);
        receipt.put("study", computed.known().study().study().value());
        receipt.put("outcome", computed.definition().id());
        receipt.put("version", computed.definition().version());
        receipt.set("kind", FactJson.mapper().valueToTree(computed.definition().kind()));
        receipt.put("hypothetical", computed.hypothetical());
        receipt.putObject("asKnownAt")
                .put("position", computed.known().moment().position())
                .put("knownAt", computed.known().moment().knownAt().toString())
                .put("event", computed.event());
        receipt.putNull("checkpoint");
        receipt.putObject("parameters")
                .put("by", computed.figure().result().by())
                .put("cutoff", computed.cutoff().toString());
        receipt.put("definitionHash", computed.figure().definitionHash());
        receipt.set("definition", FactJson.mapper().valueToTree(computed.definition()));
        receipt.put("build", build);
        receipt.put("resultHash", CanonicalJson.sha256(FigureJson.result(computed.figure())));
        return receipt;
    }
}
