package org.trialog.command.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trialog.command.judgement.Finding;
import org.trialog.command.order.Acceptance.Touched;
import org.trialog.command.order.Act;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.personal.PersonalShape;
import org.trialog.events.subject.FieldRedacted;
import org.trialog.events.subject.SealedField;
import org.trialog.events.value.RecordId;

/**
 * Rule 43: what a person entered in error into a personal field is redacted, in every event of its record at once: as it
 * was made and after each correction. A lock does not stand in the way, for no figure knows a personal field; what is not
 * personal stays for ever and is corrected or retracted.
 */
final class Redacting {

    private static final int RULE = 43;

    private Redacting() {}

    static Draft redact(int act, SubjectState state, Act.Redact redact) {
        if (state.version() == 0) {
            return wrong(act, 0, "subject-unknown", "There is no subject of that number: screen it first.");
        }
        Optional<What> what = what(state, redact.record());
        if (what.isEmpty()) {
            return wrong(act, 0, "record-unknown", "The subject has no such record or query.");
        }
        if (!what.get().fields().contains(redact.field())) {
            return new Draft.Impossible(
                    act,
                    Finding.unintelligible(
                                    RULE,
                                    "field-not-personal",
                                    "That field is not personal and stays: correct or retract the record instead."
                                            + " Redacted can be "
                                            + String.join(", ", what.get().fields()) + ".")
                            .at("field"),
                    null);
        }
        List<String> keys = state.privacy().keys(redact.record(), redact.field());
        if (keys.isEmpty()) {
            return state.privacy().held(redact.record(), redact.field())
                    ? wrong(act, RULE, "redacted-already", "All that was in that field is erased already.")
                    : wrong(act, RULE, "nothing-to-redact", "Nothing was ever recorded in that field.");
        }
        return new Draft.Aside(
                new FieldRedacted(
                        redact.record(), redact.field(), keys, redact.reason().code()),
                redact.reason(),
                new Touched(what.get().kind(), redact.record()));
    }

    /** @param fields that are personal */
    private record What(String kind, List<String> fields) {}

    private static Optional<What> what(SubjectState state, RecordId id) {
        if (id.equals(SealedField.SUBJECT)) {
            return Optional.of(new What("subject", List.of(SealedField.REASON)));
        }
        if (state.query(id).isPresent()) {
            return Optional.of(new What("query", withReason(SealedField.OF_QUERY)));
        }
        return state.record(id).map(held -> {
            RecordKind kind = RecordKind.of(held.base());
            return new What(kind.token(), withReason(PersonalShape.names(kind.type())));
        });
    }

    private static List<String> withReason(List<String> names) {
        List<String> all = new ArrayList<>(names);
        all.add(SealedField.REASON);
        return List.copyOf(all);
    }

    private static Draft wrong(int act, int rule, String code, String sentence) {
        return new Draft.Impossible(act, Finding.unintelligible(rule, code, sentence), null);
    }
}
