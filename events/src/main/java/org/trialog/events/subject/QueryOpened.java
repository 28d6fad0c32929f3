package org.trialog.events.subject;

import org.jspecify.annotations.Nullable;
import org.trialog.events.personal.Personal;
import org.trialog.events.value.RecordId;

/**
 * A person asked about what is recorded. A rule asks by its flag: what {@link RecordFlagged} raises is a query of the same
 * id, which {@link FlagResolved} closes.
 *
 * @param query its own id within the subject, {@code query-3}
 * @param about the record that it asks about, null for the subject as a whole
 * @param field of that record, null when it asks about all of it
 */
public record QueryOpened(
        RecordId query, @Nullable RecordId about, @Nullable String field, Personal<String> words)
        implements SubjectEvent {}
