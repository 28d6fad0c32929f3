package org.trialog.command.keys;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.trialog.events.personal.Personal;
import org.trialog.events.personal.SubjectKey;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/**
 * Gives the key of a subject, made when it is first asked for, and seals and opens personal fields with it.
 *
 * <p>A key is made in a transaction of its own, so it is durable before it is handed out, whatever becomes of the order
 * that needed it. Keys are kept in memory, the least used ones dropped.
 */
public final class SubjectKeys {

    private static final int KEPT = 10_000;

    private final JdbcClient database;
    private final TransactionTemplate apart;
    private final Map<Owner, SubjectKey> byOwner = leastUsedDropped();
    private final Map<String, SubjectKey> byId = leastUsedDropped();

    public SubjectKeys(DataSource database) {
        this.database = JdbcClient.create(database);
        this.apart = new TransactionTemplate(new DataSourceTransactionManager(database));
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private record Owner(StudyId study, SubjectId subject) {}

    /** The subject's key. */
    public SubjectKey of(StudyId study, SubjectId subject) {
        Owner owner = new Owner(study, subject);
        SubjectKey known = byOwner.get(owner);
        if (known != null) {
            return known;
        }
        SubjectKey key = apart.execute(status -> stored(owner).orElseGet(() -> made(owner)));
        byOwner.put(owner, key);
        byId.put(key.id(), key);
        return key;
    }

    /** Seals what a person wrote about the subject, or a date that would identify it. */
    public <T> Personal<T> seal(StudyId study, SubjectId subject, T value) {
        return of(study, subject).seal(value);
    }

    /** Opens it again; empty when its key was destroyed: it is erased. */
    public <T> Optional<T> open(Personal<T> personal, Function<String, T> read) {
        SubjectKey known = byId.get(personal.key());
        Optional<SubjectKey> key = known != null
                ? Optional.of(known)
                : database.sql("select id, secret from keys.subject_key where id = :id")
                        .param("id", personal.key())
                        .query((row, number) -> new SubjectKey(row.getString(1), row.getBytes(2)))
                        .optional();
        return key.map(found -> {
            byId.put(found.id(), found);
            return found.open(personal, read);
        });
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

    private static <K, V> Map<K, V> leastUsedDropped() {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > KEPT;
            }
        });
    }
}
