package org.trialog.command.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trialog.command.subject.FirstDosing;
import org.trialog.command.subject.SubjectState;
import org.trialog.events.Fact;
import org.trialog.events.Provenance;
import org.trialog.events.batch.BatchEvent;
import org.trialog.events.study.StudyEvent;
import org.trialog.events.subject.SubjectEvent;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;
import org.trialog.events.wire.FactJson;

/**
 * Makes a study's guard rows anew from the events, which alone are the truth. No command calls it: guard rows are written
 * in the transaction of the facts that change them. It stands here as the answer to rows that are in doubt, and its test
 * proves that they hold nothing that the events do not.
 */
public final class GuardRebuild {

    private final JdbcClient database;
    private final TransactionTemplate transactions;

    public GuardRebuild(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transactions = new TransactionTemplate(transactions);
    }

    private static final TypeReference<Map<String, String>> ENTRIES = new TypeReference<>() {};

    private static final List<String> TABLES =
            List.of("protocol", "site", "site_activation", "batch", "dosing_hold", "data_cut", "first_dose", "grant");

    /** Nobody decides about the study meanwhile. */
    public void rebuild(StudyId study) {
        GuardWriting guards = new GuardWriting(database, study);
        Map<SubjectId, SubjectState> subjects = new TreeMap<>();
        transactions.executeWithoutResult(status -> {
            new Locks(database).change(study);
            for (String table : TABLES) {
                database.sql("delete from store." + table + " where study = :study")
                        .param("study", study.value())
                        .update();
            }
            database.sql(
                            """
                select type, revision, payload, metadata from store.event where study = :study order by store_sequence
                """)
                    .param("study", study.value())
                    .query(row -> {
                        Fact fact = FactJson.read(row.getString(1), row.getString(2), row.getString(3));
                        switch (fact) {
                            case StudyEvent ofStudy -> guards.record(ofStudy);
                            case BatchEvent ofBatch -> guards.record(ofBatch);
                            case SubjectEvent ofSubject -> {
                                Provenance provenance = provenance(row.getString(4));
                                SubjectId subject = Objects.requireNonNull(provenance.subject());
                                subjects.put(
                                        subject,
                                        subjects.getOrDefault(subject, SubjectState.empty(study, subject))
                                                .evolve(ofSubject, provenance));
                            }
                            default -> throw new IllegalStateException("an event of no stream: " + row.getString(1));
                        }
                    });
            subjects.forEach((subject, state) -> new Guards(database).firstDose(study, subject, FirstDosing.of(state)));
        });
    }

    private static Provenance provenance(String metadata) {
        try {
            return Provenance.of(FactJson.mapper().readValue(metadata, ENTRIES));
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException("metadata of an event is not JSON", malformed);
        }
    }
}
