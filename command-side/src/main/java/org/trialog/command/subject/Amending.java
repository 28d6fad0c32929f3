package org.trialog.command.subject;

import java.util.Arrays;
import java.util.Optional;
import org.trialog.command.judgement.Finding;
import org.trialog.command.order.Act;
import org.trialog.command.order.Reason;
import org.trialog.command.order.SubjectOrder.Strictness;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.clinical.Screening;
import org.trialog.events.value.RecordId;

/** Rule 36: a correction or retraction says of what and why, changes something, and never overwrites. */
final class Amending {
    private static final int RULE = 36;

    private Amending() {}

    /** Why a correction cannot be made; empty when it can. */
    static Optional<Finding> correction(SubjectState state, Act.Correct correct, Strictness strictness) {
        return unamendable(state, correct.id(), correct.reason(), strictness).or(() -> {
            Held<?> held = state.record(correct.id()).orElseThrow();
            if (RecordKind.of(held.base()) != RecordKind.of(correct.after())) {
                return wrong(
                        "other-kind",
                        "A correction keeps the kind of the record: retract it and record the other one.");
            }
            return Sameness.same(held.base(), correct.after())
                    ? wrong("nothing-changes", "The correction says what the record says already.")
                    : Optional.empty();
        });
    }

    /** Why a retraction cannot be made; empty when it can. */
    static Optional<Finding> retraction(SubjectState state, Act.Retract retract, Strictness strictness) {
        return unamendable(state, retract.id(), retract.reason(), strictness)
                .or(() -> onlyScreening(state, retract.id())
                        ? wrong(
                                "others-depend-on-it",
                                "Other records of the subject stand on its screening: retract those first.")
                        : Optional.empty());
    }

    private static Optional<Finding> unamendable(
            SubjectState state, RecordId id, Reason reason, Strictness strictness) {
        Optional<Held<?>> held = state.record(id);
        if (held.isEmpty()) {
            return wrong("record-unknown", "The subject has no such record.");
        }
        if (held.get().retracted()) {
            return wrong("record-retracted", "The record has been retracted: record it anew.");
        }
        return reason.words() == null && strictness == Strictness.LIVE
                ? Optional.of(
                        Finding.unintelligible(RULE, "reason-without-words", "Say in words why the record is changed.")
                                .at("reason.words"))
                : Optional.empty();
    }

    private static boolean onlyScreening(SubjectState state, RecordId id) {
        return state.record(id).orElseThrow().base() instanceof Screening
                && Arrays.stream(RecordKind.values())
                        .filter(kind -> kind != RecordKind.SCREENING)
                        .anyMatch(kind -> !state.standing(kind).isEmpty());
    }

    private static Optional<Finding> wrong(String code, String sentence) {
        return Optional.of(Finding.unintelligible(RULE, code, sentence));
    }
}
