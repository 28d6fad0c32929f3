package org.trialog.events.subject;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.RecordId;

/**
 * Something was noticed when deciding: a rule that flags, or one that refuses and could not be decided or was imported.
 *
 * @param flag its own id within the subject, {@code flag-7}
 * @param about the record that it concerns, null for the subject as a whole
 * @param rule number in the domain's list of rules
 * @param code stable and speaking, {@code visit-after-death}
 * @param values what a sentence about it needs: dates and numbers, no personal data
 */
public record RecordFlagged(
        RecordId flag, @Nullable RecordId about, int rule, String code, SortedMap<String, String> values)
        implements SubjectEvent {

    public RecordFlagged {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }
}
