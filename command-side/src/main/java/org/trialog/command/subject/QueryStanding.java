package org.trialog.command.subject;

import org.jspecify.annotations.Nullable;
import org.trialog.events.value.RecordId;

/**
 * Where a query stands: one that a person opened, or the one that a rule's flag is.
 *
 * @param about the record that it asks about, null for the subject as a whole
 */
public record QueryStanding(RecordId id, @Nullable RecordId about, boolean answered, boolean closed) {

    QueryStanding withAnswer() {
        return new QueryStanding(id, about, true, closed);
    }

    QueryStanding withoutMore() {
        return new QueryStanding(id, about, answered, true);
    }
}
