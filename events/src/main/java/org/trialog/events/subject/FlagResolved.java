package org.trialog.events.subject;

import org.trialog.events.value.RecordId;

/**
 * A flag no longer holds: its record was corrected or retracted, or a later fact explained it. It is never deleted.
 *
 * @param because {@code corrected}, {@code retracted} or {@code explained}
 */
public record FlagResolved(RecordId flag, String because) implements SubjectEvent {}
