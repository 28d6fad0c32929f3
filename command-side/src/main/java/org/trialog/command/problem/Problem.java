package org.trialog.command.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A request that cannot be carried out, as problem details (RFC 9457) with a stable code and the offending fields. */
public final class Problem extends RuntimeException {

    private final int status;
    private final String code;
    private final @Nullable Integer rule;
    private final transient List<String> fields;
    private final transient Map<String, Object> more = new TreeMap<>();
    private @Nullable Duration retryAfter;

    /** @param sentence what is wrong and what to do, for a coordinator */
    public Problem(int status, String code, String sentence, @Nullable Integer rule, List<String> fields) {
        super(sentence, null, false, false);
        this.status = status;
        this.code = code;
        this.rule = rule;
        this.fields = List.copyOf(fields);
    }

    /** 400: the request is not of its form. */
    public static Problem malformed(String code, String sentence, List<String> fields) {
        return new Problem(400, code, sentence, null, fields);
    }

    /** 404: there is no such thing, or the caller may not know of it. */
    public static Problem unknown(String what, String value) {
        return new Problem(
                404, what + "-unknown", "There is no such " + what + ": " + value + ".", null, List.of(what));
    }

    /** Adds a member to the problem details. */
    public Problem with(String key, Object value) {
        more.put(key, value);
        return this;
    }

    /** Says when it is worth trying again. */
    public Problem retryAfter(Duration wait) {
        this.retryAfter = wait;
        return this;
    }

    /** When it is worth trying again, null when that does not help. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** As an HTTP status. */
    public int status() {
        return status;
    }

    /** Its members in the order in which they are written. */
    public Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", HttpStatus.valueOf(status).getReasonPhrase());
        body.put("status", status);
        body.put("code", code);
        body.put("detail", String.valueOf(getMessage()));
        if (rule != null) {
            body.put("rule", rule);
        }
        body.put("fields", fields);
        body.putAll(more);
        return body;
    }
}
