package org.trialog.command.study;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.trialog.command.order.OrderRefused;
import org.trialog.command.order.StudyOrder.HoldDosing;
import org.trialog.command.order.StudyOrder.ResumeDosing;
import org.trialog.command.order.Words;
import org.trialog.events.study.DosingHeld;
import org.trialog.events.study.DosingResumed;
import org.trialog.events.study.StudyEvent;
import org.trialog.events.value.RecordId;

/** Rule 14: dosing is held, of an arm or all, at a site or all, until it is resumed. */
final class DosingHolds {
    private static final int RULE = 14;

    private DosingHolds() {}

    static List<StudyEvent> hold(StudyState state, HoldDosing order) {
        if (order.arm() != null && state.protocol().arm(order.arm()).isEmpty()) {
            throw OrderRefused.of(null, "arm-unknown", "The protocol has no arm %s.".formatted(order.arm()), "arm");
        }
        if (order.site() != null) {
            state.requireSite(order.site());
        }
        List<DosingHeld> held = state.facts(DosingHeld.class);
        for (DosingHeld hold : held) {
            if (Objects.equals(hold.arm(), order.arm())
                    && Objects.equals(hold.site(), order.site())
                    && end(state, hold.hold()).isEmpty()) {
                throw OrderRefused.of(
                        RULE,
                        "dosing-held-already",
                        "Dosing is held there since %s already, as %s.".formatted(hold.since(), hold.hold()),
                        "since");
            }
        }
        return List.of(new DosingHeld(
                new RecordId("hold-" + (held.size() + 1)),
                order.arm(),
                order.site(),
                order.since(),
                Words.require(order.reason(), "reason")));
    }

    static List<StudyEvent> resume(StudyState state, ResumeDosing order) {
        DosingHeld hold = state.facts(DosingHeld.class).stream()
                .filter(held -> held.hold().equals(order.hold()))
                .findFirst()
                .orElseThrow(() -> OrderRefused.of(
                        RULE, "hold-unknown", "Dosing was never held as %s.".formatted(order.hold()), "hold"));
        DosingResumed resumed = new DosingResumed(order.hold(), order.on(), Words.require(order.reason(), "reason"));
        Optional<DosingResumed> known = end(state, order.hold());
        if (known.isPresent()) {
            if (known.get().equals(resumed)) {
                return List.of();
            }
            throw OrderRefused.of(
                    RULE,
                    "dosing-resumed-already",
                    "That hold has ended on %s.".formatted(known.get().on()),
                    "on");
        }
        if (order.on().isBefore(hold.since())) {
            throw OrderRefused.of(
                    RULE,
                    "resumed-before-held",
                    "Dosing is held since %s and cannot be resumed before.".formatted(hold.since()),
                    "on");
        }
        return List.of(resumed);
    }

    private static Optional<DosingResumed> end(StudyState state, RecordId hold) {
        return state.facts(DosingResumed.class).stream()
                .filter(resumed -> resumed.hold().equals(hold))
                .findFirst();
    }
}
