package org.trialog.query.problem;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A question that has no answer, and why: a stable code for programs, a sentence for people. Over HTTP it becomes problem
 * details (RFC 9457), at the command line its sentence.
 */
public final class Problem extends RuntimeException {

    private final int status;
    private final String code;
    private final @Nullable String field;
    private final @Nullable Duration retryAfter;

    private Problem(int status, String code, String sentence, @Nullable String field, @Nullable Duration retryAfter) {
        super(sentence);
        this.status = status;
        this.code = code;
        this.field = field;
        this.retryAfter = retryAfter;
    }

    /** 400: the parameter of that name cannot be understood or answered. */
    public static Problem malformed(String field, String code, String sentence) {
        return new Problem(400, code, sentence, field, null);
    }

    /** 401: nobody is logged in. */
    public static Problem anonymous() {
        return new Problem(401, "not-logged-in", "Log in first.", null, null);
    }

    /** 403: the caller's role has no part in this. */
    public static Problem forbidden(String sentence) {
        return new Problem(403, "role-not-allowed", sentence, null, null);
    }

    /** 404: there is no such thing, or the caller may not see it: the two look alike. */
    public static Problem unknown(String code, String sentence) {
        return new Problem(404, code, sentence, null, null);
    }

    /** 503: not yet; the same question has an answer soon. */
    public static Problem notYet(String code, String sentence, Duration retryAfter) {
        return new Problem(503, code, sentence, null, retryAfter);
    }

    /** As an HTTP status. */
    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** The offending parameter, null when it is none. */
    public @Nullable String field() {
        return field;
    }

    /** When it is worth asking again, null when it is not. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** What happened, in words. */
    public String sentence() {
        String sentence = getMessage();
        return sentence == null ? code : sentence;
    }
}
