package org.trialog.command.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trialog.command.store.TestDatabase;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

class SubjectKeysTest {

    private static final StudyId STUDY = new StudyId("s1");
    private static final SubjectId SUBJECT = new SubjectId("SE-1");

    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void aSubjectHasOneKeyHoweverManyAskAtOnce() throws Exception {
        Callable<String> ask =
                () -> new SubjectKeys(database.command()).of(STUDY, SUBJECT).id();
        Set<String> keys = new HashSet<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(6)) {
            for (Future<String> key : pool.invokeAll(Collections.nCopies(12, ask))) {
                keys.add(key.get());
            }
        }
        assertThat(keys).hasSize(1);
    }

    @Test
    void aKeySurvivesTheOrderThatAskedForIt() {
        DataSource source = database.command();
        SubjectKeys keys = new SubjectKeys(source);
        String made = new TransactionTemplate(new DataSourceTransactionManager(source)).execute(status -> {
            status.setRollbackOnly();
            return keys.of(STUDY, SUBJECT).id();
        });
        assertThat(new SubjectKeys(source).of(STUDY, SUBJECT).id()).isEqualTo(made);
    }

    @Test
    void subjectsAndStudiesDoNotShareKeys() {
        SubjectKeys keys = new SubjectKeys(database.command());
        assertThat(Set.of(
                        keys.of(STUDY, SUBJECT).id(),
                        keys.of(STUDY, new SubjectId("SE-2")).id(),
                        keys.of(new StudyId("s2"), SUBJECT).id()))
                .hasSize(3);
    }

    @Test
    void eachFieldHasAKeyOfItsOwn() {
        Sealing sealing = new SubjectKeys(database.command()).sealing(STUDY, SUBJECT);
        assertThat(sealing.seal("one").key()).isNotEqualTo(sealing.seal("one").key());
        assertThat(sealing.keys().wrapped()).hasSize(2);
    }

    @Test
    void whereNothingIsSealedNoKeyIsMade() {
        assertThat(new SubjectKeys(database.command()).sealing(STUDY, SUBJECT).keys())
                .isEqualTo(Keyring.empty());
        assertThat(database.superuser()
                        .sql("select count(*) from keys.subject_key")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
