package org.trialog.command.keys;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the personal fields in an order, wrapped, on their way to where they are kept.
 *
 * @param subjectKey the id of the key that wraps them; null when there are none
 * @param wrapped by id
 */
public record Keyring(@Nullable String subjectKey, Map<String, byte[]> wrapped) {

    private static final Keyring EMPTY = new Keyring(null, Map.of());

    public Keyring {
        if (subjectKey == null && !wrapped.isEmpty()) {
            throw new IllegalArgumentException("keys are wrapped by a subject's key");
        }
        wrapped = Map.copyOf(wrapped);
    }

    public static Keyring empty() {
        return EMPTY;
    }

    Optional<byte[]> find(String id) {
        return Optional.ofNullable(wrapped.get(id));
    }

    /** Says how many, never which. */
    @Override
    public String toString() {
        return "Keyring[" + wrapped.size() + "]";
    }
}
