package org.trialog.command.subject;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialog.command.order.Acceptance;
import org.trialog.command.order.Reason;
import org.trialog.command.order.Rejection;
import org.trialog.events.subject.SubjectEvent;

/** What comes of an order to a subject. */
public sealed interface Decision {
    /**
     * These facts are to be recorded, all or none; none when everything was there already.
     *
     * @param touched records made, corrected or retracted
     * @param rows what became of each imported act, in the order's order
     */
    record Accepted(List<Decided> facts, List<Acceptance.Touched> touched, List<Acceptance.RowVerdict> rows)
            implements Decision {
        public Accepted {
            facts = List.copyOf(facts);
            touched = List.copyOf(touched);
            rows = List.copyOf(rows);
        }
    }

    /** Nothing is to be recorded. */
    record Refused(Rejection rejection) implements Decision {}

    /**
     * A fact and what its provenance says of it alone.
     *
     * @param row the imported row behind it as text, null when there is none
     * @param reason why a record was corrected or retracted
     */
    record Decided(
            SubjectEvent fact,
            @Nullable String row,
            @Nullable Reason reason) {}
}
