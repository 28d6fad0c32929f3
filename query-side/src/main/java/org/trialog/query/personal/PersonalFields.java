package org.trialog.query.personal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;
import org.trialog.query.moment.AsKnownAt;
import org.trialog.query.personal.Showing.Standing;
import org.trialog.query.record.Known;
import org.trialog.query.record.Privacy.Redaction;
import org.trialog.query.record.Records;
import org.trialog.query.record.SubjectRecord;

/**
 * Opens the personal fields of answers. Whatever moment an answer is about, what may be shown is judged by what is known
 * now: a key that was destroyed is gone for every moment, and what is restricted today is shown to nobody today.
 */
public final class PersonalFields {

    private final OpenableKeys keys;
    private final Records records;

    public PersonalFields(DataSource source, Records records) {
        this.keys = new OpenableKeys(source);
        this.records = records;
    }

    /**
     * What shows the fields of one answer.
     *
     * @param birthDates whether the reader may see them; everybody who sees a subject sees its words
     */
    public Showing showing(StudyId study, boolean birthDates) {
        return new Showing(keys, () -> standing(study), birthDates);
    }

    private Standing standing(StudyId study) {
        List<SubjectRecord> subjects = records.known(study, new AsKnownAt.Latest())
                .map(Known::subjects)
                .orElse(List.of());
        Set<SubjectId> restricted = new HashSet<>();
        Map<String, Long> erasedBy = new HashMap<>();
        for (SubjectRecord subject : subjects) {
            if (subject.privacy().restriction() != null) {
                restricted.add(subject.subject());
            }
            for (Redaction redaction : subject.privacy().redactions()) {
                redaction.keys().forEach(key -> erasedBy.put(key, redaction.position()));
            }
        }
        return new Standing(restricted, erasedBy);
    }
}
