package org.trialog.query.feed;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.trialog.events.value.StudyId;
import org.trialog.query.history.HistoryEntry;
import org.trialog.query.record.Known;
import org.trialog.query.record.KnownRows;
import org.trialog.query.record.StudyFold;

/** What must be known: the plain fold over the entries. */
final class Expected {

    private Expected() {}

    static Optional<Known> fold(StudyId study, List<HistoryEntry> entries) {
        List<HistoryEntry> own =
                entries.stream().filter(entry -> entry.study().equals(study)).toList();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        StudyFold fold = StudyFold.empty(study);
        own.forEach(fold::apply);
        return Optional.of(fold.known());
    }

    /** What the rows say, read without anything remembered. */
    static Optional<Known> rows(DataSource database, StudyId study) {
        return new KnownRows(database).study(study);
    }

    /** The rows themselves, as text. */
    static List<String> text(DataSource database) {
        return new JdbcTemplate(database).queryForList("""
            select concat_ws('|', study, subject, site, version, position, record) from read.current_subject_record
            union all select concat_ws('|', study, version, position, known_at, view) from read.current_study
            order by 1
            """, String.class);
    }
}
