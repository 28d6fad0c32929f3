package org.trialog.events.clinical;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.RecordId;

/**
 * The status of a subject was asked and answered for a period. Only this moves the end of confirmed follow-up.
 *
 * @param from first day of the period
 * @param through last day of the period, the new data-complete-through date
 * @param answer {@code none}: nothing of these kinds happened; {@code these}: what is recorded; {@code not-asked}: silence
 * @param visit the visit at which it was asked, if at one
 */
public record FollowUp(
        Set<FollowUpKind> kinds,
        LocalDate from,
        LocalDate through,
        FollowUpAnswer answer,
        FollowUpSource source,
        @Nullable RecordId visit)
        implements ClinicalRecord, AtVisit {

    public FollowUp {
        if (kinds == null || kinds.isEmpty()) {
            throw new IllegalArgumentException("a follow-up says which kinds were asked");
        }
        if (through.isBefore(from)) {
            throw new IllegalArgumentException("a follow-up cannot end before it starts");
        }
        kinds = Collections.unmodifiableSet(EnumSet.copyOf(kinds));
    }

    @Override
    public ClinicalDate date() {
        return ClinicalDate.on(through);
    }

    /** Whether it confirms the status of the given kind: only what was asked and answered does. */
    public boolean covers(FollowUpKind kind) {
        return answer != FollowUpAnswer.NOT_ASKED && asksAbout(kind);
    }

    /** Whether it speaks of the given kind. */
    public boolean asksAbout(FollowUpKind kind) {
        return kinds.contains(kind) || kinds.contains(FollowUpKind.ALL);
    }

    @Override
    public FollowUp at(RecordId visited) {
        return new FollowUp(kinds, from, through, answer, source, visited);
    }
}
