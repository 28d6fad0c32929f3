package org.trialog.query.receipt;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialog.query.difference.Differences.Difference;

/**
 * What came out when a figure was computed again.
 *
 * @param code why it could not be; null when it could
 * @param reason in words, where there is more to say than the differences
 */
record Verdict(
        Stated stated,
        List<Difference> differences,
        @Nullable String code,
        @Nullable String reason) {

    static Verdict of(Stated stated, List<Difference> differences) {
        boolean elsewhere =
                differences.stream().anyMatch(difference -> difference.path().endsWith("asKnownAt.event"));
        return new Verdict(
                stated,
                List.copyOf(differences),
                null,
                elsewhere ? "Another event stands at its position: it is of another history." : null);
    }

    static Verdict impossible(Stated stated, String code, String reason) {
        return new Verdict(stated, List.of(), code, reason);
    }

    /**
     * Keys: {@code study}, {@code outcome}, {@code version}, {@code position}, {@code verdict} ({@code equal},
     * {@code different} or {@code not-verifiable}), {@code differences [{path, stated, computed}]}, {@code code} of
     * what is not verifiable, {@code reason} in words, {@code build} that stated it and {@code verifiedBy}, the one that computed.
     */
    ObjectNode json(String verifiedBy) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("study", stated.study().value());
        json.put("outcome", stated.outcome());
        json.put("version", stated.version());
        json.put("position", stated.position());
        json.put("verdict", code != null ? "not-verifiable" : differences.isEmpty() ? "equal" : "different");
        var places = json.putArray("differences");
        for (Difference difference : differences) {
            ObjectNode place = places.addObject().put("path", difference.path());
            if (!difference.one().isMissingNode()) {
                place.set("stated", difference.one());
            }
            if (!difference.other().isMissingNode()) {
                place.set("computed", difference.other());
            }
        }
        if (code != null) {
            json.put("code", code);
        }
        if (reason != null) {
            json.put("reason", reason);
        }
        json.set("build", stated.text().path("build"));
        json.put("verifiedBy", verifiedBy);
        return json;
    }
}
