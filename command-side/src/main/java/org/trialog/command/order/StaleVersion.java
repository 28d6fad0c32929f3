package org.trialog.command.order;

import java.util.List;
import org.trialog.events.Provenance;
import org.trialog.events.subject.SubjectEvent;

/** The sender saw an older version of the subject than there is now, and what changed since concerns the same records. */
public final class StaleVersion extends RuntimeException {

    private final long expected;
    private final long actual;
    private final transient List<Change> changes;

    /** @param changes since the expected version that concern what the order is about, oldest first */
    public StaleVersion(long expected, long actual, List<Change> changes) {
        super("version " + expected + " was expected, the subject is at " + actual, null, false, false);
        this.expected = expected;
        this.actual = actual;
        this.changes = List.copyOf(changes);
    }

    /** What somebody recorded meanwhile. */
    public record Change(SubjectEvent fact, Provenance provenance) {}

    public long expected() {
        return expected;
    }

    public long actual() {
        return actual;
    }

    public List<Change> changes() {
        return changes;
    }
}
