package org.trialog.events.personal;

/**
 * The AES-256 key of one subject: wraps the keys of that subject's personal fields, so that destroying it erases all of
 * them. Kept outside the history.
 */
public final class SubjectKey {

    private final String id;
    private final Secret secret;

    public SubjectKey(String id, byte[] secret) {
        this(id, new Secret(secret));
    }

    private SubjectKey(String id, Secret secret) {
        this.id = id;
        this.secret = secret;
    }

    public static SubjectKey generate(String id) {
        return new SubjectKey(id, Secret.random());
    }

    public String id() {
        return id;
    }

    public byte[] secret() {
        return secret.bytes();
    }

    /** The field's key as it may be stored; it unwraps under its own id only. */
    public byte[] wrap(FieldKey key) {
        return secret.encrypt(key.id(), key.secret().bytes());
    }

    /** @throws IllegalStateException when it was altered, or wrapped by another subject's key or under another id */
    public FieldKey unwrap(String id, byte[] wrapped) {
        return new FieldKey(id, new Secret(secret.decrypt(id, wrapped)));
    }
}
