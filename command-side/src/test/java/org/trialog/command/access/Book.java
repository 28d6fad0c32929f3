package org.trialog.command.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.trialog.command.door.DoorSchema;
import org.trialog.command.store.TestDatabase;

/** The access log of a database of its own, and what stands in it, oldest first. */
final class Book {

    static final AccessWanted ALL = new AccessWanted(null, null, null, null, null, null, null, null, null, null, null);

    final TestDatabase database = TestDatabase.fresh();

    Book() {
        DoorSchema.migrate(database.owner());
    }

    List<ObjectNode> entries() {
        return entries(ALL);
    }

    List<ObjectNode> entries(AccessWanted wanted) {
        return new AccessTable(database.command())
                .page(wanted, wanted.olderThan(), 100_000)
                .reversed();
    }

    List<String> kinds() {
        return entries().stream().map(entry -> entry.get("kind").textValue()).toList();
    }

    /** From now on nothing can be recorded, until it is {@link #open}. */
    void shut() {
        database.superuser()
                .sql("revoke insert on door.access from trialog_command")
                .update();
    }

    void open() {
        database.superuser()
                .sql("grant insert on door.access to trialog_command")
                .update();
    }
}
