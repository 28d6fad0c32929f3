package org.trialog.command.subject;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.RecordId;

/** A flag that holds, about a record or, without one, about the subject. */
public record StandingFlag(
        RecordId id, @Nullable RecordId about, int rule, String code, SortedMap<String, String> values) {}
