package org.trialog.command.subject;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Finding;
import org.trialog.command.order.ImportedRow;
import org.trialog.command.order.Reason;
import org.trialog.command.order.SubjectOrder.Strictness;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.RecordKind;

/** Rule 41: a row is compared with the same row as it was last imported. */
sealed interface Reimport {
    Reason REASON = new Reason("re-import", null);

    /** A row, or a person's record, that no import has brought yet. */
    record Unheard() implements Reimport {}

    /** The row says what it said. */
    record Known() implements Reimport {}

    /** The row says something else now, and nobody has touched its record. */
    record Changed(Held<?> record) implements Reimport {}

    /** The row is another kind of record now, and nobody has touched the old one. */
    record OtherKind(Held<?> record) implements Reimport {}

    /** The row says something else now, and so does a person. */
    record Conflict(Finding why) implements Reimport {}

    static Reimport compare(
            SubjectState state, ClinicalRecord details, @Nullable ImportedRow row, Strictness strictness) {
        if (row == null) {
            return strictness == Strictness.IMPORT && stands(state, details) ? new Known() : new Unheard();
        }
        Optional<SubjectState.LastImport> last = state.lastImport(row.domain(), row.identity());
        if (last.isEmpty()) {
            return new Unheard();
        }
        Held<?> held = state.record(last.get().record()).orElseThrow();
        if (last.get().digest().equals(row.digest()) || Sameness.same(held.base(), details)) {
            return new Known();
        }
        if (held.byPerson()) {
            return new Conflict(Finding.unintelligible(
                    41,
                    "conflict",
                    "The row has changed since the last import, and a person has changed its record: it is kept as the"
                            + " person left it."));
        }
        return RecordKind.of(held.base()) == RecordKind.of(details) ? new Changed(held) : new OtherKind(held);
    }

    private static boolean stands(SubjectState state, ClinicalRecord details) {
        return state.standing(RecordKind.of(details)).stream().anyMatch(held -> Sameness.same(held.base(), details));
    }
}
