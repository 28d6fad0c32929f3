package org.trialog.query.record;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.RecordId;

/** A flag that still holds: which rule, about which record, and the values of its sentence. */
public record Flag(
        RecordId id,
        @Nullable RecordId about,
        int rule,
        String code,
        SortedMap<String, String> values,
        long position) {}
