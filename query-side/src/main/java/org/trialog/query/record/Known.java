package org.trialog.query.record;

import java.util.List;
import org.trialog.query.moment.Moment;
import org.trialog.query.study.StudyView;

/**
 * Everything that is known of a study at a moment.
 *
 * @param subjects in the order of their codes
 */
public record Known(StudyView study, Moment moment, List<SubjectRecord> subjects) {

    public Known {
        subjects = List.copyOf(subjects);
    }
}
