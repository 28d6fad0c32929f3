package org.trialog.command.study;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.trialog.command.order.Rejection;
import org.trialog.events.protocol.Arm;
import org.trialog.events.protocol.DosePlan;
import org.trialog.events.protocol.Instrument;
import org.trialog.events.protocol.MeasurementDefinition;
import org.trialog.events.protocol.OutcomeDefinition;
import org.trialog.events.protocol.PlannedVisit;
import org.trialog.events.protocol.Protocol;

/** A protocol that contradicts itself is refused before anything can be decided by it. */
final class ProtocolConsistency {
    private ProtocolConsistency() {}

    static Optional<Rejection> check(Protocol protocol) {
        if (protocol.version() < 1) {
            return inconsistent("The version of a protocol counts up from 1.", "version");
        }
        if (protocol.arms().isEmpty()) {
            return inconsistent("A protocol has at least one arm.", "arms");
        }
        return twice(protocol.arms(), Arm::id, "arms")
                .or(() -> twice(protocol.visits(), PlannedVisit::code, "visits"))
                .or(() -> twice(protocol.instruments(), Instrument::id, "instruments"))
                .or(() -> twice(protocol.measurements(), MeasurementDefinition::code, "measurements"))
                .or(() -> twice(protocol.outcomes(), OutcomeDefinition::id, "outcomes"))
                .or(() -> plans(protocol.arms()));
    }

    private static Optional<Rejection> plans(List<Arm> arms) {
        for (Arm arm : arms) {
            @Nullable DosePlan plan = arm.doses();
            if (plan != null && arm.control()) {
                return inconsistent("Arm %s is a control and cannot plan doses.".formatted(arm.id()), "arms");
            }
            if (plan != null && plan.at().size() != plan.count()) {
                return inconsistent(
                        "Arm %s plans %d doses and says when %d of them are due."
                                .formatted(arm.id(), plan.count(), plan.at().size()),
                        "arms");
            }
        }
        return Optional.empty();
    }

    private static <T> Optional<Rejection> twice(List<T> listed, Function<T, Object> id, String field) {
        Set<Object> seen = new HashSet<>();
        for (T one : listed) {
            if (!seen.add(id.apply(one))) {
                return inconsistent("%s is listed twice under %s.".formatted(id.apply(one), field), field);
            }
        }
        return Optional.empty();
    }

    private static Optional<Rejection> inconsistent(String sentence, String field) {
        return Optional.of(new Rejection(null, "protocol-inconsistent", sentence, List.of(field)));
    }
}
