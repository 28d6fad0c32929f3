package org.trialog.command.desk;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trialog.events.Fact;
import org.trialog.events.batch.BatchEvent;
import org.trialog.events.study.StudyEvent;
import org.trialog.events.value.StudyId;
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

    /** Nobody decides about the study meanwhile. */
    public void rebuild(StudyId study) {
        Guards guards = new Guards(database);
        transactions.executeWithoutResult(status -> {
            new Locks(database).change(study);
            for (String table : new String[] {"protocol", "site", "batch"}) {
                database.sql("delete from store." + table + " where study = :study")
                        .param("study", study.value())
                        .update();
            }
            database.sql("""
                select type, revision, payload from store.event
                where stream = 'study:' || :study or stream like 'batch:' || :study || '/%'
                order by store_sequence
                """).param("study", study.value()).query(row -> {
                Fact fact = FactJson.read(row.getString(1), row.getString(2), row.getString(3));
                if (fact instanceof StudyEvent ofStudy) {
                    guards.record(study, ofStudy);
                } else if (fact instanceof BatchEvent ofBatch) {
                    guards.record(study, ofBatch);
                }
            });
        });
    }
}
