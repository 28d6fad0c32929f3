package org.trialog.query.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.subject.SubjectEvent;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/**
 * What is known of one subject. {@link #apply} is the only code that knows what a fact means for it: the live projection,
 * every past moment, rebuilds and exports call it. Pure and immutable.
 *
 * @param entries the records that stand, each as it was made and corrected, in the order in which they were made; retracted
 *     ones are gone from here and stay in the history
 * @param flags those that hold
 * @param queries of people and of rules, closed ones too
 * @param privacy what became of its personal fields
 * @param version how many facts of the subject it has seen
 * @param position of the last one
 */
public record SubjectRecord(
        StudyId study,
        SubjectId subject,
        List<Entry<?>> entries,
        SortedMap<RecordId, Flag> flags,
        SortedMap<RecordId, Query> queries,
        Privacy privacy,
        long version,
        long position) {

    public SubjectRecord {
        entries = List.copyOf(entries);
        flags = Collections.unmodifiableSortedMap(new TreeMap<>(flags));
        queries = Collections.unmodifiableSortedMap(new TreeMap<>(queries));
    }

    public static SubjectRecord empty(StudyId study, SubjectId subject) {
        return new SubjectRecord(study, subject, List.of(), new TreeMap<>(), new TreeMap<>(), Privacy.NOTHING, 0, 0);
    }

    /** The records that stand, each with what its supplements say laid over it, in the order in which they were made. */
    public List<Entry<?>> effective() {
        return Effective.of(entries);
    }

    /** Those of one kind. */
    public <D extends ClinicalRecord> List<Entry<D>> of(Class<D> kind) {
        List<Entry<D>> found = new ArrayList<>();
        for (Entry<?> entry : effective()) {
            if (kind.isInstance(entry.details())) {
                found.add(new Entry<>(entry.id(), kind.cast(entry.details()), entry.recordedAt(), entry.positions()));
            }
        }
        return found;
    }

    /** What is known once this fact is, too. */
    public SubjectRecord apply(SubjectEvent event, long at, Instant recordedAt) {
        return open().apply(event, at, recordedAt).record();
    }

    /** The same record, opened to apply many facts in a row. */
    public OpenRecord open() {
        return new OpenRecord(this);
    }
}
