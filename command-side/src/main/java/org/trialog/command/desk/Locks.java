package org.trialog.command.desk;

import java.util.Collection;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.StreamId;
import org.trialog.events.value.StudyId;

/**
 * Keeps what a decision looks at from changing under it: advisory locks until the end of the transaction, on a study or a
 * batch, shared by those who look, exclusive to the one who changes. Always the study before the order of its first doses
 * before its batches, and batches in order: so nobody waits in a circle.
 */
record Locks(JdbcClient database) {

    /**
     * The first thing of every order: says that this transaction is going to write events. The sequencer and whoever asks
     * what was known at an instant wait for it from here on, so the order's recorded time is taken after it.
     */
    void writeEvents() {
        database.sql("lock table store.event in row exclusive mode").update();
    }

    void lookAt(StudyId study) {
        lock("pg_advisory_xact_lock_shared", StreamId.of(study));
    }

    void change(StudyId study) {
        lock("pg_advisory_xact_lock", StreamId.of(study));
    }

    /** First doses of a study are decided one after another: each looks at all the others (rule 14). */
    void stagger(StudyId study) {
        lock("pg_advisory_xact_lock", "stagger:" + study.value());
    }

    void lookAt(StudyId study, Collection<BatchId> batches) {
        inOrder(batches).forEach(batch -> lock("pg_advisory_xact_lock_shared", StreamId.of(study, batch)));
    }

    void change(StudyId study, BatchId batch) {
        lock("pg_advisory_xact_lock", StreamId.of(study, batch));
    }

    private static Stream<BatchId> inOrder(Collection<BatchId> batches) {
        return batches.stream().distinct().sorted();
    }

    private void lock(String how, StreamId what) {
        lock(how, what.value());
    }

    private void lock(String how, String what) {
        database.sql("select " + how + "(hashtextextended(:what, 0))")
                .param("what", what)
                .query(row -> {});
    }
}
