package org.trialog.query.personal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.trialog.events.personal.FieldKey;
import org.trialog.events.personal.SubjectKey;
import org.trialog.events.value.SubjectId;

/** Reads the keys of personal fields. Nothing is kept in memory: a key that was destroyed opens nothing from then on. */
final class OpenableKeys {

    private final JdbcTemplate jdbc;

    OpenableKeys(DataSource source) {
        jdbc = new JdbcTemplate(source);
    }

    /** @param subject whose field it seals */
    record Openable(FieldKey key, SubjectId subject) {}

    /** Those that there are, by id, in one query. */
    Map<String, Openable> find(Set<String> ids) {
        Map<String, Openable> found = new HashMap<>();
        if (ids.isEmpty()) {
            return found;
        }
        jdbc.query(
                """
                select f.id, f.wrapped, s.id, s.secret, s.subject
                from keys.field_key f join keys.subject_key s on s.id = f.subject_key where f.id = any(?)
                """,
                row -> {
                    FieldKey key =
                            new SubjectKey(row.getString(3), row.getBytes(4)).unwrap(row.getString(1), row.getBytes(2));
                    found.put(key.id(), new Openable(key, new SubjectId(row.getString(5))));
                },
                (Object) ids.toArray(String[]::new));
        return found;
    }
}
