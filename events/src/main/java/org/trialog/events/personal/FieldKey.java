package org.trialog.events.personal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;

/** The AES-256 key of one personal field: seals it and opens it again. Kept outside the history, wrapped. */
public final class FieldKey {

    private final String id;
    private final Secret secret;

    FieldKey(String id, Secret secret) {
        this.id = id;
        this.secret = secret;
    }

    public static FieldKey generate(String id) {
        return new FieldKey(id, Secret.random());
    }

    public String id() {
        return id;
    }

    Secret secret() {
        return secret;
    }

    /** Encrypts the text of a value. */
    public <T> Personal<T> seal(T value) {
        byte[] sealed = secret.encrypt(id, value.toString().getBytes(StandardCharsets.UTF_8));
        return new Personal<>(id, Base64.getEncoder().encodeToString(sealed));
    }

    /** @throws IllegalStateException when the ciphertext was altered or belongs to another key */
    public <T> T open(Personal<T> personal, Function<String, T> read) {
        return read.apply(new String(secret.decrypt(id, bytes(personal)), StandardCharsets.UTF_8));
    }

    private byte[] bytes(Personal<?> personal) {
        try {
            return Base64.getDecoder().decode(personal.ciphertext());
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalStateException("what key " + id + " sealed is not Base64", notBase64);
        }
    }
}
