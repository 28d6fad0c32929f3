package org.trialog.query.outcome.pooled;

import java.time.LocalDate;
import java.util.List;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.value.StudyId;
import org.trialog.query.record.SubjectRecord;
import org.trialog.query.study.Batch;

/**
 * A study of this deployment, as it was known when the pool is formed.
 *
 * @param position of its last fact that was known
 * @param batches of the cells that were given
 * @param cutoff the last day that counts, included
 */
public record HeldStudy(
        StudyId study,
        long position,
        Protocol protocol,
        List<SubjectRecord> subjects,
        List<Batch> batches,
        LocalDate cutoff) {

    public HeldStudy {
        subjects = List.copyOf(subjects);
        batches = List.copyOf(batches);
    }
}
