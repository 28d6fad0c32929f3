package org.trialog.command.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.trialog.command.order.OrderRefused;
import org.trialog.command.order.Rejection;
import org.trialog.events.protocol.OutcomeDefinition;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.wire.FactJson;

/** A version of an outcome's definition never changes once it is published: its figures would change with it. */
final class OutcomeVersions {

    private OutcomeVersions() {}

    /** @throws OrderRefused {@code outcome-version-in-use} */
    static void requireKept(StudyState state, Protocol next) {
        for (JsonNode published : state.protocols().values()) {
            Protocol earlier = Protocol.of(published);
            for (OutcomeDefinition outcome : next.outcomes()) {
                Optional<OutcomeDefinition> before = earlier.outcome(outcome.id())
                        .filter(held -> held.version() == outcome.version())
                        .filter(held -> !same(held, outcome));
                if (before.isPresent()) {
                    throw new OrderRefused(new Rejection(
                            null,
                            "outcome-version-in-use",
                            "Version %d of the outcome '%s' is published with another definition and never changes: give the changed one a version of its own."
                                    .formatted(outcome.version(), outcome.id()),
                            List.of("outcomes")));
                }
            }
        }
    }

    private static boolean same(OutcomeDefinition one, OutcomeDefinition other) {
        return SameDefinition.same(
                FactJson.mapper().valueToTree(one), FactJson.mapper().valueToTree(other));
    }
}
