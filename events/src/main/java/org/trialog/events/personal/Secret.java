package org.trialog.events.personal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Thirty-two secret bytes under an id. Encrypts by AES-256-GCM: 12 bytes of nonce, then ciphertext and tag. The id is
 * authenticated with the text, so that nothing opens under another name.
 */
final class Secret {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;

    Secret(byte[] bytes) {
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key has 32 bytes");
        }
        this.bytes = bytes.clone();
    }

    static Secret random() {
        return new Secret(randomBytes(KEY_BYTES));
    }

    byte[] bytes() {
        return bytes.clone();
    }

    byte[] encrypt(String id, byte[] clear) {
        byte[] nonce = randomBytes(NONCE_BYTES);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, id, nonce, clear);
        byte[] framed = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, framed, NONCE_BYTES, sealed.length);
        return framed;
    }

    /** @throws IllegalStateException when the text was altered, cut short, or encrypted under another key or id */
    byte[] decrypt(String id, byte[] framed) {
        if (framed.length <= NONCE_BYTES) {
            throw new IllegalStateException("what key " + id + " sealed is cut short");
        }
        return run(
                Cipher.DECRYPT_MODE,
                id,
                Arrays.copyOf(framed, NONCE_BYTES),
                Arrays.copyOfRange(framed, NONCE_BYTES, framed.length));
    }

    private byte[] run(int mode, String id, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(bytes, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(id.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("what key " + id + " sealed cannot be processed", broken);
        }
    }

    private static byte[] randomBytes(int count) {
        byte[] random = new byte[count];
        RANDOM.nextBytes(random);
        return random;
    }
}
