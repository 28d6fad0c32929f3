package org.trialog.command.keys;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.trialog.events.personal.FieldKey;
import org.trialog.events.personal.Personal;
import org.trialog.events.personal.SubjectKey;

/**
 * Seals the personal fields of a subject, each under a key made for it. What was sealed can be opened only if {@link #keys}
 * go with the order that brings it. Confined to one thread.
 */
public final class Sealing {

    private final Supplier<SubjectKey> subject;
    private final Map<String, byte[]> wrapped = new HashMap<>();
    private @Nullable SubjectKey key;

    /** @param subject the subject's key, asked for when there is something to seal */
    public Sealing(Supplier<SubjectKey> subject) {
        this.subject = subject;
    }

    /** Seals what a person wrote about the subject, or a date that would identify it. */
    public <T> Personal<T> seal(T value) {
        if (key == null) {
            key = subject.get();
        }
        FieldKey field = FieldKey.generate(UUID.randomUUID().toString());
        wrapped.put(field.id(), key.wrap(field));
        return field.seal(value);
    }

    /** The keys of all that was sealed so far. */
    public Keyring keys() {
        return key == null ? Keyring.empty() : new Keyring(key.id(), wrapped);
    }
}
