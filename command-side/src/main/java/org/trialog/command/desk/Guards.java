package org.trialog.command.desk;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trialog.command.subject.Surroundings.BatchStanding;
import org.trialog.command.subject.Surroundings.FirstDose;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.CellOrigin;
import org.trialog.events.value.DateRange;
import org.trialog.events.value.StreamId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;
import org.trialog.events.value.Token;

/**
 * Guard rows of what has many rows in a study, read for an order that names some: batches, first doses, other subjects.
 * What every order looks at is {@link Setting}.
 */
record Guards(JdbcClient database) {

    Map<BatchId, BatchStanding> batches(StudyId study, Collection<BatchId> named) {
        Map<BatchId, BatchStanding> batches = new HashMap<>();
        if (!named.isEmpty()) {
            database.sql("""
                select batch, released_on, expires_on, out_of_specification, quarantined_on, rejected_on, recalled_on,
                    origin, donor_subject
                from store.batch where study = :study and batch in (:named)
                """)
                    .param("study", study.value())
                    .param("named", named.stream().map(BatchId::value).toList())
                    .query(row -> {
                        String origin = row.getString(8);
                        String donor = row.getString(9);
                        batches.put(
                                new BatchId(row.getString(1)),
                                new BatchStanding(
                                        row.getObject(2, LocalDate.class),
                                        row.getObject(3, LocalDate.class),
                                        row.getBoolean(4),
                                        row.getObject(5, LocalDate.class),
                                        row.getObject(6, LocalDate.class),
                                        row.getObject(7, LocalDate.class),
                                        origin == null ? null : Token.read(CellOrigin.class, origin),
                                        donor == null ? null : new SubjectId(donor)));
                    });
        }
        return batches;
    }

    /** When the study's subjects were first dosed, or are to be. */
    List<FirstDose> firstDoses(StudyId study) {
        return database.sql("select subject, arm, earliest, latest, planned from store.first_dose where study = :study")
                .param("study", study.value())
                .query((row, at) -> new FirstDose(
                        new SubjectId(row.getString(1)),
                        new ArmId(row.getString(2)),
                        new DateRange(row.getObject(3, LocalDate.class), row.getObject(4, LocalDate.class)),
                        row.getBoolean(5)))
                .list();
    }

    /** Says when a subject was first dosed, or is to be, as its record stands now; empty when nobody can say. */
    void firstDose(StudyId study, SubjectId subject, Optional<FirstDose> dose) {
        if (dose.isEmpty()) {
            database.sql("delete from store.first_dose where study = :study and subject = :subject")
                    .param("study", study.value())
                    .param("subject", subject.value())
                    .update();
            return;
        }
        database.sql("""
            insert into store.first_dose (study, subject, arm, earliest, latest, planned)
            values (:study, :subject, :arm, :earliest, :latest, :planned)
            on conflict (study, subject) do update
                set arm = excluded.arm, earliest = excluded.earliest, latest = excluded.latest,
                    planned = excluded.planned
            """)
                .param("study", study.value())
                .param("subject", subject.value())
                .param("arm", dose.get().arm().value())
                .param("earliest", dose.get().day().earliest())
                .param("latest", dose.get().day().latest())
                .param("planned", dose.get().planned())
                .update();
    }

    /** Those of the named subjects that the study has. */
    Set<SubjectId> subjects(StudyId study, Set<SubjectId> named) {
        if (named.isEmpty()) {
            return Set.of();
        }
        return database
                .sql("select subject from store.event where stream in (:streams) and stream_sequence = 0")
                .param(
                        "streams",
                        named.stream()
                                .map(subject -> StreamId.of(study, subject).value())
                                .toList())
                .query(String.class)
                .list()
                .stream()
                .map(SubjectId::new)
                .collect(Collectors.toUnmodifiableSet());
    }
}
