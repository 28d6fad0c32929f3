package org.trialog.events.subject;

import java.util.List;
import org.trialog.events.value.RecordId;

/**
 * A personal field was redacted: the keys of all that was ever recorded in it are destroyed. The ciphertext stays in the
 * history, so that every hash over it holds; nothing opens it any more. The words of the reason are no part of this fact.
 *
 * @param record the record or query; {@code subject} for the subject as a whole
 * @param field of it, as {@link SealedField} names them
 * @param keys that were destroyed
 * @param reason coded
 */
public record FieldRedacted(RecordId record, String field, List<String> keys, String reason) implements SubjectEvent {

    public FieldRedacted {
        keys = List.copyOf(keys);
    }
}
