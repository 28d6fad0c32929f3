package org.trialog.query.record;

import java.util.List;
import java.util.Optional;
import org.trialog.events.value.StudyId;
import org.trialog.query.history.History;
import org.trialog.query.history.Slice;
import org.trialog.query.moment.AsKnownAt;
import org.trialog.query.moment.Moment;
import org.trialog.query.moment.Moments;

/**
 * What is known of a study: now, from the rows of the feed; at a past moment, folded from the history up to there. Both
 * come out of the same fold.
 */
public final class Records {

    private static final int KEPT_MOMENTS = 4;

    private final KnownRows rows;
    private final History history;
    private final Moments moments;
    private final Recent<Moment, Known> past = new Recent<>(KEPT_MOMENTS);

    public Records(KnownRows rows, History history, Moments moments) {
        this.rows = rows;
        this.history = history;
        this.moments = moments;
    }

    /** The studies that are known now. */
    public List<StudyId> studies() {
        return rows.studies();
    }

    /**
     * A study with all its subjects.
     *
     * @return empty when nothing of it was known then
     * @throws org.trialog.query.problem.Problem 400 or 503 when that moment has no answer, or none yet
     */
    public Optional<Known> known(StudyId study, AsKnownAt asKnownAt) {
        return asKnownAt instanceof AsKnownAt.Latest
                ? rows.study(study)
                : moments.find(study, asKnownAt).map(this::at);
    }

    /** The same without the subjects, where only the study matters. */
    public Optional<Known> studyOnly(StudyId study, AsKnownAt asKnownAt) {
        return asKnownAt instanceof AsKnownAt.Latest ? rows.studyOnly(study) : known(study, asKnownAt);
    }

    /** The id of the last fact that was known at a moment. */
    public String eventAt(Moment moment) {
        return history.at(moment.study(), List.of(moment.position())).getFirst().eventId();
    }

    /** What was known at a moment: it stays the same for ever, so it may be kept. */
    private Known at(Moment moment) {
        Known kept = past.get(moment);
        if (kept != null) {
            return kept;
        }
        StudyFold fold = StudyFold.empty(moment.study());
        history.read(Slice.of(moment.study(), moment.position()), fold::apply);
        Known folded = fold.known();
        past.put(moment, folded);
        return folded;
    }
}
