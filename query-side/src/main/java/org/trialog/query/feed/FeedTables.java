package org.trialog.query.feed;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;
import org.trialog.query.history.Place;
import org.trialog.query.moment.Moment;
import org.trialog.query.record.RecordJson;
import org.trialog.query.record.SubjectLine;
import org.trialog.query.record.SubjectRecord;
import org.trialog.query.study.StudyJson;
import org.trialog.query.study.StudyView;

/** The rows that the feed writes. Transactions are the caller's. */
final class FeedTables {

    private static final String PUT_STUDY =
            """
        insert into read.study (generation, study, version, position, known_at, view) values (?, ?, ?, ?, ?, ?)
        on conflict (generation, study) do update set version = excluded.version, position = excluded.position,
            known_at = excluded.known_at, view = excluded.view
        """;

    private static final String PUT_SUBJECT =
            """
        insert into read.subject_record (generation, study, subject, site, version, position, record)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict (generation, study, subject) do update set site = excluded.site, version = excluded.version,
            position = excluded.position, record = excluded.record
        """;

    private static final int SWEPT_AT_ONCE = 2_000;

    private final JdbcTemplate jdbc;

    FeedTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** One whole folding of the history. */
    record Generation(int number, int fold, long position) {}

    /** What is known of a study, and up to where. */
    record StudyRow(StudyView view, Place place) {}

    Optional<Generation> current() {
        return jdbc
                .query(
                        "select generation, fold, position from read.feed where current",
                        (row, number) -> new Generation(row.getInt(1), row.getInt(2), row.getLong(3)))
                .stream()
                .findFirst();
    }

    int highest() {
        Integer highest = jdbc.queryForObject("select coalesce(max(generation), 0) from read.feed", Integer.class);
        return highest == null ? 0 : highest;
    }

    void begin(Generation generation) {
        jdbc.update(
                "insert into read.feed (generation, fold, position, current) values (?, ?, ?, false)",
                generation.number(),
                generation.fold(),
                generation.position());
    }

    /** Readers see that generation from the caller's commit on, and no other. */
    void makeCurrent(Generation generation) {
        jdbc.update("update read.feed set current = false where current");
        jdbc.update("update read.feed set current = true where generation = ?", generation.number());
    }

    /** Moves the position, provided that it is where this writer left it. */
    void advance(Generation from, long to) {
        int moved = jdbc.update(
                "update read.feed set position = ? where generation = ? and position = ? and current",
                to,
                from.number(),
                from.position());
        if (moved != 1) {
            throw new ForeignWriter(from.position());
        }
    }

    /** Deletes every generation but the current one, in pieces: see {@link Rebuild}. */
    void sweep() {
        for (String table : List.of("read.subject_record", "read.study", "read.feed")) {
            String piece =
                    """
                delete from %1$s where ctid = any (array(select ctid from %1$s
                    where generation not in (select generation from read.feed where current) limit %2$d))
                """
                            .formatted(table, SWEPT_AT_ONCE);
            int swept;
            do {
                swept = jdbc.update(piece);
            } while (swept == SWEPT_AT_ONCE);
        }
    }

    Optional<StudyRow> study(Generation generation, StudyId study) {
        return jdbc
                .query(
                        "select view, position, known_at from read.study where generation = ? and study = ?",
                        (row, number) -> new StudyRow(
                                StudyJson.read(row.getString(1)),
                                new Place(
                                        row.getLong(2),
                                        row.getObject(3, OffsetDateTime.class).toInstant())),
                        generation.number(),
                        study.value())
                .stream()
                .findFirst();
    }

    List<SubjectRecord> subjects(Generation generation, StudyId study, Collection<SubjectId> subjects) {
        return jdbc.query(
                "select record from read.subject_record where generation = ? and study = ? and subject = any (?)",
                (row, number) -> RecordJson.read(row.getString(1)),
                generation.number(),
                study.value(),
                subjects.stream().map(SubjectId::value).toArray(String[]::new));
    }

    void put(Generation generation, StudyView view, Moment moment) {
        jdbc.update(
                PUT_STUDY,
                generation.number(),
                view.study().value(),
                view.version(),
                moment.position(),
                OffsetDateTime.ofInstant(moment.knownAt(), ZoneOffset.UTC),
                StudyJson.write(view));
    }

    void put(Generation generation, Collection<SubjectRecord> records) {
        jdbc.batchUpdate(
                PUT_SUBJECT,
                records.stream().map(record -> row(generation, record)).toList());
    }

    /** The columns of {@code read.subject_record} in their order. */
    static @Nullable Object[] row(Generation generation, SubjectRecord record) {
        return new @Nullable Object[] {
            generation.number(),
            record.study().value(),
            record.subject().value(),
            SubjectLine.siteOf(record).map(SiteId::value).orElse(null),
            record.version(),
            record.position(),
            RecordJson.write(record)
        };
    }
}
