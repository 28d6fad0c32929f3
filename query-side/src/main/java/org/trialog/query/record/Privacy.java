package org.trialog.query.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialog.events.subject.FieldRedacted;
import org.trialog.events.value.RecordId;

/**
 * What became of a subject's personal fields.
 *
 * @param redactions oldest first
 * @param restriction the one that holds; null while there is none
 */
public record Privacy(List<Redaction> redactions, @Nullable Restriction restriction) {

    static final Privacy NOTHING = new Privacy(List.of(), null);

    public Privacy {
        redactions = List.copyOf(redactions);
    }

    /**
     * All that was in a field of a record is erased.
     *
     * @param keys that were destroyed
     * @param reason coded
     */
    public record Redaction(
            RecordId record, String field, List<String> keys, String reason, long position, Instant recordedAt) {

        public Redaction {
            keys = List.copyOf(keys);
        }
    }

    /**
     * Personal fields are shown to nobody.
     *
     * @param reason coded
     */
    public record Restriction(String reason, long position, Instant since) {}

    Privacy and(FieldRedacted redacted, long at, Instant recordedAt) {
        List<Redaction> more = new ArrayList<>(redactions);
        more.add(
                new Redaction(redacted.record(), redacted.field(), redacted.keys(), redacted.reason(), at, recordedAt));
        return new Privacy(more, restriction);
    }

    Privacy with(@Nullable Restriction now) {
        return new Privacy(redactions, now);
    }
}
