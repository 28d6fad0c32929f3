package org.trialog.command.subject;

import org.jspecify.annotations.Nullable;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.value.RecordId;

/**
 * A record as decisions see it.
 *
 * @param number its place among the records of its kind, from 1, in the order in which they were made
 * @param made its place among all facts of the subject
 * @param base what it says itself: as made, or as corrected last
 * @param details the same together with what its supplements say
 * @param retracted it stays known, so that its id is never given again
 * @param byPerson a person has corrected or retracted it since it came in: an import may not overwrite it
 * @param row the imported row that it came from, without its digest; null when a person made it
 */
public record Held<D extends ClinicalRecord>(
        RecordId id,
        int number,
        long made,
        D base,
        D details,
        boolean retracted,
        boolean byPerson,
        @Nullable String row) {}
