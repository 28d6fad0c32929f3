package org.trialog.events.personal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Function;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The AES-256 key of one subject: seals and opens that subject's personal fields. Kept outside the history. */
public final class SubjectKey {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String id;
    private final byte[] secret;

    public SubjectKey(String id, byte[] secret) {
        if (secret.length != KEY_BYTES) {
            throw new IllegalArgumentException("a subject key has 32 bytes");
        }
        this.id = id;
        this.secret = secret.clone();
    }

    public static SubjectKey generate(String id) {
        byte[] secret = new byte[KEY_BYTES];
        RANDOM.nextBytes(secret);
        return new SubjectKey(id, secret);
    }

    public String id() {
        return id;
    }

    public byte[] secret() {
        return secret.clone();
    }

    /** Encrypts the text of a value; the key's id is authenticated with it, so that it opens under no other. */
    public <T> Personal<T> seal(T value) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, value.toString().getBytes(StandardCharsets.UTF_8));
        byte[] framed = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, framed, NONCE_BYTES, sealed.length);
        return new Personal<>(id, Base64.getEncoder().encodeToString(framed));
    }

    /** @throws IllegalStateException when the ciphertext was altered or belongs to another key */
    public <T> T open(Personal<T> personal, Function<String, T> read) {
        byte[] framed = framed(personal);
        byte[] clear = run(
                Cipher.DECRYPT_MODE,
                Arrays.copyOf(framed, NONCE_BYTES),
                Arrays.copyOfRange(framed, NONCE_BYTES, framed.length));
        return read.apply(new String(clear, StandardCharsets.UTF_8));
    }

    private byte[] framed(Personal<?> personal) {
        try {
            byte[] framed = Base64.getDecoder().decode(personal.ciphertext());
            if (framed.length > NONCE_BYTES) {
                return framed;
            }
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalStateException("personal field of key " + id + " is not Base64", notBase64);
        }
        throw new IllegalStateException("personal field of key " + id + " is cut short");
    }

    private byte[] run(int mode, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(id.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("personal field of key " + id + " cannot be processed", broken);
        }
    }
}
