package org.trialog.command.keys;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.trialog.events.personal.SubjectKey;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/**
 * Gives the key of a subject, made when there is first something to seal.
 *
 * <p>A key is made in a transaction of its own, so it is durable before it wraps anything, whatever becomes of the order
 * that needed it. Keys are kept in memory, the least used ones dropped.
 */
public final class SubjectKeys {

    private static final int KEPT = 10_000;

    private final JdbcClient database;
    private final TransactionTemplate apart;
    private final Map<Owner, SubjectKey> byOwner = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Owner, SubjectKey> eldest) {
            return size() > KEPT;
        }
    });

    public SubjectKeys(DataSource database) {
        this.database = JdbcClient.create(database);
        this.apart = new TransactionTemplate(new DataSourceTransactionManager(database));
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private record Owner(StudyId study, SubjectId subject) {}

    /** Seals the personal fields of an order to the subject. */
    public Sealing sealing(StudyId study, SubjectId subject) {
        return new Sealing(() -> of(study, subject));
    }

    SubjectKey of(StudyId study, SubjectId subject) {
        Owner owner = new Owner(study, subject);
        SubjectKey known = byOwner.get(owner);
        if (known != null) {
            return known;
        }
        SubjectKey key = apart.execute(status -> stored(owner).orElseGet(() -> made(owner)));
        byOwner.put(owner, key);
        return key;
    }

    /** Whoever comes first makes it; the loser's was never used. */
    private SubjectKey made(Owner owner) {
        SubjectKey fresh = SubjectKey.generate(UUID.randomUUID().toString());
        database.sql("""
            insert into keys.subject_key (id, study, subject, secret) values (:id, :study, :subject, :secret)
            on conflict (study, subject) do nothing
            """)
                .param("id", fresh.id())
                .param("study", owner.study().value())
                .param("subject", owner.subject().value())
                .param("secret", fresh.secret())
                .update();
        return stored(owner).orElseThrow();
    }

    private Optional<SubjectKey> stored(Owner owner) {
        return database.sql("select id, secret from keys.subject_key where study = :study and subject = :subject")
                .param("study", owner.study().value())
                .param("subject", owner.subject().value())
                .query((row, number) -> new SubjectKey(row.getString(1), row.getBytes(2)))
                .optional();
    }
}
