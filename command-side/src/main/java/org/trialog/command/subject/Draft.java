package org.trialog.command.subject;

import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Finding;
import org.trialog.command.order.Acceptance.Touched;
import org.trialog.command.order.ImportedRow;
import org.trialog.command.order.Reason;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.personal.Personal;
import org.trialog.events.subject.SubjectEvent;
import org.trialog.events.value.RecordId;

/** What an act of an order would do to the records, before any rule has looked at what the record says. */
sealed interface Draft {
    /**
     * A record is made, corrected or retracted.
     *
     * @param act its place in the order, from 0
     * @param asDeviation words why a breach is recorded all the same
     */
    record Change(
            int act,
            SubjectEvent fact,
            RecordKind kind,
            RecordId id,
            @Nullable ImportedRow row,
            @Nullable Reason reason,
            @Nullable Personal<String> asDeviation)
            implements Draft {}

    /** Something beside the records: a query moves on, a personal field is redacted, processing is restricted. */
    record Aside(SubjectEvent fact, @Nullable Reason reason, Touched touched) implements Draft {}

    /** It is there already. */
    record Nothing(@Nullable ImportedRow row) implements Draft {}

    /** It cannot be done. */
    record Impossible(int act, Finding why, @Nullable ImportedRow row) implements Draft {}
}
