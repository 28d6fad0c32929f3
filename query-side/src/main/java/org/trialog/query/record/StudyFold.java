package org.trialog.query.record;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.trialog.events.batch.BatchEvent;
import org.trialog.events.study.StudyEvent;
import org.trialog.events.subject.SubjectEvent;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;
import org.trialog.query.history.HistoryEntry;
import org.trialog.query.history.Place;
import org.trialog.query.moment.Moment;
import org.trialog.query.study.StudyView;

/**
 * Applies the facts of one study, in position order, to what is known of it: the same for the live rows, for a rebuild and
 * for every past moment. No I/O, no clock; confined to one thread.
 */
public final class StudyFold {

    /**
     * Version of the fold and of the form of its rows. Raise it whenever what a fact means for a record, or the JSON of a
     * record, changes: rows of an older version are not read, and made anew at the next start.
     */
    public static final int VERSION = 3;

    private final StudyId study;
    private final SortedMap<SubjectId, OpenRecord> subjects = new TreeMap<>();
    private StudyView view;
    private Place place;

    /**
     * Starts from what is known.
     *
     * @param place of the last fact that is in the view and the records
     */
    public StudyFold(StudyView view, Place place) {
        this.study = view.study();
        this.view = view;
        this.place = place;
    }

    /** Starts from nothing. */
    public static StudyFold empty(StudyId study) {
        return new StudyFold(StudyView.empty(study), new Place(0, Instant.EPOCH));
    }

    /** Says what is known of a subject already. */
    public void put(SubjectRecord record) {
        subjects.put(record.subject(), record.open());
    }

    /**
     * Takes one more fact into account.
     *
     * @throws org.trialog.events.wire.UnknownFact when this build does not know it
     * @throws IllegalStateException when it is not of its form, or belongs to no stream
     */
    public void apply(HistoryEntry entry) {
        switch (entry.fact()) {
            case StudyEvent event -> view = view.apply(event, entry.position(), entry.recordedAt());
            case BatchEvent event -> view = view.apply(event);
            case SubjectEvent event -> {
                subject(entry).apply(event, entry.position(), entry.recordedAt());
                view = view.withData(entry.position());
            }
            default ->
                throw new IllegalStateException(
                        "the event '%s' at position %d belongs to no stream".formatted(entry.type(), entry.position()));
        }
        place = new Place(entry.position(), entry.knownAt());
    }

    /** What is known now. */
    public Known known() {
        return new Known(
                view,
                new Moment(study, place.position(), place.knownAt()),
                subjects.values().stream().map(OpenRecord::record).toList());
    }

    private OpenRecord subject(HistoryEntry entry) {
        SubjectId subject = entry.subject();
        if (subject == null) {
            throw new IllegalStateException(
                    "the event '%s' at position %d names no subject".formatted(entry.type(), entry.position()));
        }
        return subjects.computeIfAbsent(
                subject, id -> SubjectRecord.empty(study, id).open());
    }
}
