package org.trialog.events.personal;

/**
 * A personal field: a birth date or words written by a person. It exists in the history only as ciphertext under a key of
 * its own; destroying that key erases it everywhere, while hashes over the history stay valid.
 *
 * @param <T> what the clear text is ({@code String}, {@code ClinicalDate})
 * @param key the id of its key, which is kept outside the history
 * @param ciphertext AES-256-GCM: 12 bytes of nonce, then ciphertext and tag, in Base64
 */
@SuppressWarnings("UnusedTypeParameter") // T says what is inside; only the holder of the key can see it
public record Personal<T>(String key, String ciphertext) {

    @Override
    public String toString() {
        return "Personal[" + key + "]";
    }
}
