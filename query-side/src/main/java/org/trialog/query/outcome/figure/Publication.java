package org.trialog.query.outcome.figure;

/** Whether the definition was published before anybody could have seen what it would give. */
public enum Publication {
    /** Published before the first data of the study. */
    BEFORE_DATA("before-first-data"),
    /** Published when there were data, before any lock. */
    AFTER_DATA("after-first-data"),
    /** Published after data had been locked. */
    AFTER_LOCK("after-lock"),
    /** Tried without being published. */
    UNPUBLISHED("not-published"),
    /** The caller did not say. */
    UNSTATED("not-stated");

    private final String token;

    Publication(String token) {
        this.token = token;
    }

    public String token() {
        return token;
    }
}
