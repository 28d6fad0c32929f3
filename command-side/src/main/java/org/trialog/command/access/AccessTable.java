package org.trialog.command.access;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trialog.events.Provenance;
import org.trialog.events.wire.FactJson;

/** The rows of {@code door.access}, as JSON by the names of its columns. */
final class AccessTable {

    static final List<String> COLUMNS = List.of(
            "at", "kind", "actor", "role", "method", "path", "query", "study", "subject", "status", "code", "rule",
            "address", "client", "format", "export", "rows", "bytes", "account", "granted");

    private static final String NAMES = String.join(", ", COLUMNS);

    private final JdbcClient database;

    AccessTable(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /** Appends rows in their order, all or none; returns their ids. */
    List<Long> append(List<ObjectNode> rows) {
        ArrayNode array = FactJson.mapper().createArrayNode().addAll(rows);
        return database.sql("insert into door.access (" + NAMES + ") select " + NAMES
                        + " from jsonb_populate_recordset(null::door.access, ?::jsonb) returning id")
                .param(array.toString())
                .query(Long.class)
                .list();
    }

    /** The newest that were wanted, newest first. */
    List<ObjectNode> page(AccessWanted wanted, long before, int most) {
        return database.sql("select id, " + NAMES + " from door.access where id < :before" + wanted.condition()
                        + " order by id desc limit :most")
                .param("before", before)
                .param("most", most)
                .params(wanted.parameters())
                .query((row, number) -> json(row))
                .list();
    }

    private static ObjectNode json(ResultSet row) throws SQLException {
        ObjectNode json = FactJson.mapper().createObjectNode().put("id", row.getLong("id"));
        for (String column : COLUMNS) {
            switch (row.getObject(column)) {
                case null -> {}
                case Timestamp at ->
                    json.put(
                            column,
                            Provenance.INSTANT.format(
                                    row.getObject(column, OffsetDateTime.class).toInstant()));
                case Number number -> json.put(column, number.longValue());
                case Object text -> json.put(column, text.toString());
            }
        }
        return json;
    }
}
