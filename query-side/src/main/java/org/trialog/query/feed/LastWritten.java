package org.trialog.query.feed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;
import org.trialog.query.feed.FeedTables.Generation;
import org.trialog.query.feed.FeedTables.StudyRow;
import org.trialog.query.history.Place;
import org.trialog.query.record.Known;
import org.trialog.query.record.Recent;
import org.trialog.query.record.SubjectRecord;

/**
 * What this writer wrote last into the rows, so that it need not read it back for the next piece of the history. Good only
 * from the very position that it wrote: whoever else wrote meanwhile has moved that, and all of it is forgotten.
 */
final class LastWritten {

    private static final int KEPT_SUBJECTS = 2_000;
    private static final int KEPT_STUDIES = 50;

    private final FeedTables tables;
    private final Recent<String, SubjectRecord> subjects = new Recent<>(KEPT_SUBJECTS);
    private final Recent<StudyId, StudyRow> studies = new Recent<>(KEPT_STUDIES);
    private @Nullable Generation at;

    LastWritten(FeedTables tables) {
        this.tables = tables;
    }

    /** From here on what is kept is that of the rows at this position. */
    void goOnFrom(Generation from) {
        if (!from.equals(at)) {
            subjects.clear();
            studies.clear();
            at = from;
        }
    }

    /** To be called once it is committed. */
    void wrote(Generation now, Collection<Known> changed) {
        for (Known known : changed) {
            StudyId study = known.study().study();
            studies.put(
                    study,
                    new StudyRow(
                            known.study(),
                            new Place(known.moment().position(), known.moment().knownAt())));
            known.subjects().forEach(record -> subjects.put(key(study, record.subject()), record));
        }
        at = now;
    }

    @Nullable
    StudyRow study(Generation from, StudyId study) {
        StudyRow kept = studies.get(study);
        return kept != null ? kept : tables.study(from, study).orElse(null);
    }

    List<SubjectRecord> subjects(Generation from, StudyId study, Collection<SubjectId> wanted) {
        List<SubjectRecord> found = new ArrayList<>();
        List<SubjectId> missing = new ArrayList<>();
        for (SubjectId subject : wanted) {
            SubjectRecord kept = subjects.get(key(study, subject));
            if (kept == null) {
                missing.add(subject);
            } else {
                found.add(kept);
            }
        }
        if (!missing.isEmpty()) {
            found.addAll(tables.subjects(from, study, missing));
        }
        return found;
    }

    private static String key(StudyId study, SubjectId subject) {
        return study + "/" + subject;
    }
}
