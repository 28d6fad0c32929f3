package org.trialog.command.keys;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where the keys of personal fields are kept: beside the history, in the transaction of the facts that they seal, or that
 * say that they are destroyed.
 */
public final class FieldKeys {

    private final JdbcClient database;

    public FieldKeys(JdbcClient database) {
        this.database = database;
    }

    /**
     * Keeps keys of the ring, in one statement.
     *
     * @throws IllegalStateException when one is not there: what it sealed could never be read
     */
    public void keep(Set<String> ids, Keyring keys) {
        if (ids.isEmpty()) {
            return;
        }
        List<String> kept = List.copyOf(ids);
        byte[][] wrapped = kept.stream()
                .map(id -> keys.find(id)
                        .orElseThrow(() -> new IllegalStateException(
                                "the key " + id + " of a personal field did not come with its order")))
                .toArray(byte[][]::new);
        database.sql("""
            insert into keys.field_key (id, subject_key, wrapped)
            select id, :subject, key from unnest(:ids, :wrapped) as made (id, key)
            """)
                .param("subject", keys.subjectKey())
                .param("ids", kept.toArray(String[]::new))
                .param("wrapped", wrapped)
                .update();
    }

    /** Destroys keys: what they sealed is erased, wherever it stands. */
    public void destroy(Set<String> ids) {
        if (!ids.isEmpty()) {
            database.sql("delete from keys.field_key where id = any(:ids)")
                    .param("ids", ids.toArray(String[]::new))
                    .update();
        }
    }
}
