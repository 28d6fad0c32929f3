package org.trialog.query.history;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/**
 * Which part of the history is meant.
 *
 * @param study null for all of them
 * @param subject null for all of them, and for the facts of the study and its batches
 * @param types names of events; empty for all of them
 * @param after the position before the first one meant
 * @param through the last position meant
 */
public record Slice(@Nullable StudyId study, @Nullable SubjectId subject, Set<String> types, long after, long through) {

    public Slice {
        types = Set.copyOf(types);
    }

    /** Everything with a position in (after, through]. */
    public static Slice between(long after, long through) {
        return new Slice(null, null, Set.of(), after, through);
    }

    /** A study from its beginning up to a position. */
    public static Slice of(StudyId study, long through) {
        return new Slice(study, null, Set.of(), 0, through);
    }

    /** A subject from its beginning up to a position. */
    public static Slice of(StudyId study, SubjectId subject, long through) {
        return new Slice(study, subject, Set.of(), 0, through);
    }

    /** The same, of these events only. */
    public Slice ofTypes(Set<String> names) {
        return new Slice(study, subject, names, after, through);
    }

    /** The same, without what stands up to that position. */
    public Slice after(long position) {
        return new Slice(study, subject, types, Math.max(after, position), through);
    }
}
