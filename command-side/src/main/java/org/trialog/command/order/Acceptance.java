package org.trialog.command.order;

import java.time.Instant;
import java.util.List;
import org.trialog.events.value.RecordId;

/**
 * An order was carried out and is durable.
 *
 * @param command its id; as {@code after=} token it makes a query wait until the read side has seen it. When the order
 *     recorded nothing, that of the stream's last command: what the sender may now expect to see; empty without one
 * @param version of the stream: how many facts it holds now
 * @param records made, corrected or retracted
 * @param rows what became of each imported row; empty for a person's order
 */
public record Acceptance(
        String command, long version, Instant recordedAt, List<Touched> records, List<RowVerdict> rows) {

    /** A record that the order touched, or a query; {@code kind} is its token. */
    public record Touched(String kind, RecordId id) {}

    /**
     * What became of one imported act.
     *
     * @param rule of the flag or the rejection, 0 when none
     * @param reason code of it, empty when none
     */
    public record RowVerdict(ImportedRow row, Verdict verdict, boolean flagged, int rule, String reason) {}

    /** Accepted (made, or corrected as changed), already there, or rejected (not understood, or a conflict). */
    public enum Verdict {
        ACCEPTED,
        DUPLICATE,
        REJECTED
    }
}
