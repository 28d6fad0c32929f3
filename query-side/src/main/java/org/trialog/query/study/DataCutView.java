package org.trialog.query.study;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trialog.events.study.DataCutLocked;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.SubjectId;

/**
 * A data cut (rule 38).
 *
 * @param site the site, of a cut of one; null otherwise
 * @param subject the subject, of a cut of one or of one visit; null otherwise
 * @param visit the planned visit of that subject, of a cut of one; null otherwise
 * @param through the last clinical date that is locked
 * @param position of the fact that locked it: what was known there is what the cut holds, for ever
 * @param unlocked null while it is locked
 */
public record DataCutView(
        RecordId cut,
        @Nullable SiteId site,
        @Nullable SubjectId subject,
        @Nullable String visit,
        LocalDate through,
        String reason,
        long position,
        @Nullable Unlock unlocked) {

    /** Where and why a lock was lifted. */
    public record Unlock(long position, String reason) {}

    static DataCutView of(DataCutLocked locked, long at) {
        return new DataCutView(
                locked.cut(),
                locked.site(),
                locked.subject(),
                locked.visit(),
                locked.through(),
                locked.reason(),
                at,
                null);
    }

    DataCutView unlocked(Unlock unlock) {
        return new DataCutView(cut, site, subject, visit, through, reason, position, unlock);
    }
}
