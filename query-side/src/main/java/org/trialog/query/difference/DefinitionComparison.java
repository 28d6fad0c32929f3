package org.trialog.query.difference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.trialog.query.figure.Computed;
import org.trialog.query.outcome.figure.CanonicalJson;
import org.trialog.query.outcome.figure.FigureJson;

/**
 * Two definitions of an outcome over the same knowledge: the numbers of both, and every subject that stands otherwise in
 * one than in the other.
 *
 * <p>Keys: {@code study}, {@code outcome}, {@code asKnownAt}, {@code definitions} (two of {@code {version, hypothetical,
 * definitionHash, resultHash, cutoff, groups}}), {@code subjects [{subject, changes}]} with the keys of a {@link Change}.
 */
public final class DefinitionComparison {

    private DefinitionComparison() {}

    public static ObjectNode of(Computed one, Computed other) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("study", one.known().study().study().value());
        json.put("outcome", one.definition().id());
        json.putObject("asKnownAt")
                .put("position", one.known().moment().position())
                .put("knownAt", one.known().moment().knownAt().toString());
        ArrayNode definitions = json.putArray("definitions");
        List.of(one, other).forEach(side -> definitions.add(side(side)));
        ArrayNode subjects = json.putArray("subjects");
        SortedMap<String, Standing> before = Standing.all(one.figure().behind());
        SortedMap<String, Standing> after = Standing.all(other.figure().behind());
        SortedSet<String> codes = new TreeSet<>(before.keySet());
        codes.addAll(after.keySet());
        for (String code : codes) {
            List<Change> changes =
                    before.getOrDefault(code, Standing.NOWHERE).changesTo(after.getOrDefault(code, Standing.NOWHERE));
            if (!changes.isEmpty()) {
                ArrayNode list = subjects.addObject().put("subject", code).putArray("changes");
                changes.forEach(change -> list.add(change.json()));
            }
        }
        return json;
    }

    private static ObjectNode side(Computed computed) {
        ObjectNode result = FigureJson.result(computed.figure());
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("version", computed.definition().version());
        json.put("hypothetical", computed.hypothetical());
        json.put("definitionHash", computed.figure().definitionHash());
        json.put("resultHash", CanonicalJson.sha256(result));
        json.put("cutoff", computed.cutoff().toString());
        ArrayNode groups = json.putArray("groups");
        result.path("groups").forEach(group -> groups.add(GroupNumbers.of(group)));
        return json;
    }
}
