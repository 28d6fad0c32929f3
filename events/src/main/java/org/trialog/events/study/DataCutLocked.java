package org.trialog.events.study;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.SubjectId;

/**
 * The data of a part of the study up to a clinical date were locked: no record dated on or before it changes (rule 38). The
 * cut is pinned to the position of this fact.
 *
 * @param cut its own id within the study, {@code cut-1}
 * @param site the site, of a cut of one; null otherwise
 * @param subject the subject, of a cut of one or of one visit; null otherwise
 * @param visit the planned visit of that subject, of a cut of one; null otherwise
 * @param through the last clinical date that is locked
 */
public record DataCutLocked(
        RecordId cut,
        @Nullable SiteId site,
        @Nullable SubjectId subject,
        @Nullable String visit,
        LocalDate through,
        String reason)
        implements StudyEvent {}
