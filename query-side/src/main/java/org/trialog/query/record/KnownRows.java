package org.trialog.query.record;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.trialog.events.value.StudyId;
import org.trialog.query.moment.Moment;
import org.trialog.query.problem.Problem;
import org.trialog.query.study.StudyJson;
import org.trialog.query.study.StudyView;

/**
 * Reads the rows that the feed has written: one consistent picture per question. Records are immutable and a version of a
 * subject is always the same record, so what was read once is kept.
 */
public final class KnownRows {

    private static final int KEPT_SUBJECTS = 20_000;
    private static final int KEPT_STUDIES = 200;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate picture;
    private final Recent<String, SubjectRecord> subjects = new Recent<>(KEPT_SUBJECTS);
    private final Recent<StudyId, StudyView> studies = new Recent<>(KEPT_STUDIES);

    public KnownRows(DataSource source) {
        jdbc = new JdbcTemplate(source);
        picture = new TransactionTemplate(new DataSourceTransactionManager(source));
        picture.setReadOnly(true);
        picture.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    private record StudyRow(StudyId study, long version, Moment moment) {}

    private record Version(String subject, long version, long position) {}

    /**
     * The studies that are known, by their ids.
     *
     * @throws Problem 503 {@code rows-being-made}, as every method here, while this build's rows are not there
     */
    public List<StudyId> studies() {
        requireCurrentFold();
        return jdbc.queryForList("select study from read.current_study order by study", String.class).stream()
                .map(StudyId::new)
                .toList();
    }

    /** A study with all its subjects; empty when it is not known. */
    public Optional<Known> study(StudyId study) {
        return Objects.requireNonNull(
                picture.execute(begun -> row(study).map(row -> new Known(view(row), row.moment(), records(study)))));
    }

    /** A study without its subjects; empty when it is not known. */
    public Optional<Known> studyOnly(StudyId study) {
        return Objects.requireNonNull(
                picture.execute(begun -> row(study).map(row -> new Known(view(row), row.moment(), List.of()))));
    }

    private void requireCurrentFold() {
        if (jdbc.queryForList("select 1 from read.feed where current and fold = ?", Integer.class, StudyFold.VERSION)
                .isEmpty()) {
            throw Problem.notYet(
                    "rows-being-made",
                    "What is known is being put together from the history. Ask again in a moment.",
                    Duration.ofSeconds(1));
        }
    }

    private Optional<StudyRow> row(StudyId study) {
        requireCurrentFold();
        return jdbc
                .query(
                        "select version, position, known_at from read.current_study where study = ?",
                        (row, number) -> new StudyRow(
                                study,
                                row.getLong("version"),
                                new Moment(
                                        study,
                                        row.getLong("position"),
                                        instant(row.getObject("known_at", OffsetDateTime.class)))),
                        study.value())
                .stream()
                .findFirst();
    }

    private static Instant instant(OffsetDateTime at) {
        return at.toInstant();
    }

    private StudyView view(StudyRow row) {
        StudyView kept = studies.get(row.study());
        if (kept != null && kept.version() == row.version()) {
            return kept;
        }
        String text = jdbc.queryForObject(
                "select view from read.current_study where study = ?",
                String.class,
                row.study().value());
        StudyView read = StudyJson.read(Objects.requireNonNull(text));
        studies.put(row.study(), read);
        return read;
    }

    private List<SubjectRecord> records(StudyId study) {
        Map<String, SubjectRecord> found = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (Version version : versions(study)) {
            SubjectRecord kept = subjects.get(study + "/" + version.subject());
            if (kept != null && kept.version() == version.version() && kept.position() == version.position()) {
                found.put(version.subject(), kept);
            } else {
                missing.add(version.subject());
            }
        }
        if (!missing.isEmpty()) {
            jdbc.query(
                    "select record from read.current_subject_record where study = ? and subject = any (?)",
                    row -> {
                        SubjectRecord record = RecordJson.read(row.getString(1));
                        found.put(record.subject().value(), record);
                        subjects.put(study + "/" + record.subject(), record);
                    },
                    study.value(),
                    missing.toArray(String[]::new));
        }
        return found.values().stream()
                .sorted((one, other) -> one.subject().compareTo(other.subject()))
                .toList();
    }

    private List<Version> versions(StudyId study) {
        return jdbc.query(
                "select subject, version, position from read.current_subject_record where study = ?",
                (row, number) -> new Version(row.getString(1), row.getLong(2), row.getLong(3)),
                study.value());
    }
}
