package org.trialog.events.value;

/** The stream that a fact belongs to: a study, one of its subjects or one of its batches. */
public record StreamId(String value) {

    public static StreamId of(StudyId study) {
        return new StreamId("study:" + study);
    }

    public static StreamId of(StudyId study, SubjectId subject) {
        return new StreamId("subject:" + study + "/" + subject);
    }

    public static StreamId of(StudyId study, BatchId batch) {
        return new StreamId("batch:" + study + "/" + batch);
    }

    @Override
    public String toString() {
        return value;
    }
}
