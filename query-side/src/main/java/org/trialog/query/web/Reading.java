package org.trialog.query.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;
import org.trialog.query.feed.Await;
import org.trialog.query.moment.AsKnownAt;
import org.trialog.query.personal.PersonalFields;
import org.trialog.query.personal.Showing;
import org.trialog.query.problem.Problem;
import org.trialog.query.record.Known;
import org.trialog.query.record.Records;
import org.trialog.query.record.SubjectRecord;

/**
 * What every question over HTTP has in common: it waits for its asker's own writes, looks at a moment, and shows only what
 * the asker may see. What may be seen is judged by what is known now, whatever moment is looked at; what may not be seen
 * looks like what does not exist.
 */
final class Reading {

    private final Records records;
    private final Await await;
    private final PersonalFields personal;

    Reading(Records records, Await await, PersonalFields personal) {
        this.records = records;
        this.await = await;
        this.personal = personal;
    }

    /** How every question can be put. */
    record Put(@Nullable String asKnownAt, @Nullable String after) {}

    /** The studies that exist for the viewer, without their subjects. */
    List<Known> studies(Viewer viewer, Put put) {
        await.seen(put.after());
        AsKnownAt moment = AsKnownAt.of(put.asKnownAt());
        return records.studies().stream()
                .filter(viewer::sees)
                .map(study -> records.studyOnly(study, moment))
                .flatMap(Optional::stream)
                .toList();
    }

    /** A study without its subjects. */
    Known studyOnly(Viewer viewer, String study, Put put) {
        StudyId id = study(viewer, study);
        await.seen(put.after());
        return records.studyOnly(id, AsKnownAt.of(put.asKnownAt())).orElseThrow(() -> unknownStudy(study));
    }

    /** A study with the subjects that exist for the viewer. */
    Known study(Viewer viewer, String study, Put put) {
        StudyId id = study(viewer, study);
        await.seen(put.after());
        Known known = records.known(id, AsKnownAt.of(put.asKnownAt())).orElseThrow(() -> unknownStudy(study));
        if (viewer.seesAll()) {
            return known;
        }
        Set<SubjectId> seen = seen(viewer, id);
        return new Known(
                known.study(),
                known.moment(),
                known.subjects().stream()
                        .filter(record -> seen.contains(record.subject()))
                        .toList());
    }

    /** One subject. */
    SubjectRecord subject(Viewer viewer, String study, String subject, Put put) {
        return study(viewer, study, put).subjects().stream()
                .filter(record -> record.subject().value().equals(subject))
                .findFirst()
                .orElseThrow(() -> Problem.unknown(
                        "subject-unknown", "There is no subject '%s' in that study.".formatted(subject)));
    }

    /** The subjects that exist for the viewer now. */
    Set<SubjectId> seen(Viewer viewer, StudyId study) {
        return records.known(study, new AsKnownAt.Latest()).map(Known::subjects).orElse(List.of()).stream()
                .filter(viewer::sees)
                .map(SubjectRecord::subject)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The study, if it exists for the viewer; a text that is no id names a study that does not exist. */
    StudyId study(Viewer viewer, String study) {
        try {
            StudyId id = new StudyId(study);
            if (viewer.sees(id)) {
                return id;
            }
        } catch (IllegalArgumentException malformed) {
            throw unknownStudy(study);
        }
        throw unknownStudy(study);
    }

    /** What shows the personal fields of an answer to the viewer. */
    Showing showing(Viewer viewer, StudyId study) {
        return personal.showing(study, viewer.seesBirthDates());
    }

    /**
     * The study for a question about all of it.
     *
     * @throws Problem 403 for who sees a part of its subjects only
     */
    StudyId whole(String study, @Nullable String after) {
        Viewer viewer = Viewers.current();
        StudyId id = study(viewer, study);
        if (!viewer.seesAll()) {
            throw Problem.forbidden("Outcomes are for those who see the whole study.");
        }
        await.seen(after);
        return id;
    }

    /** Whether the study is known now. */
    boolean exists(StudyId study) {
        return records.studyOnly(study, new AsKnownAt.Latest()).isPresent();
    }

    void await(@Nullable String after) {
        await.seen(after);
    }

    static Problem unknownStudy(String study) {
        return Problem.unknown(
                "study-unknown",
                "There is no study '%s'.".formatted(study.length() <= 70 ? study : study.substring(0, 70)));
    }
}
