package org.trialog.command.access;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trialog.command.problem.Problem;
import org.trialog.events.value.Token;

/**
 * Which part of the log is asked for, as query parameters.
 *
 * @param from an instant or a day (UTC), included
 * @param to an instant, excluded, or a day, included
 * @param path text that it contains
 * @param before an entry's id: only older ones
 * @param limit length of a page, 1 to 1000
 */
record AccessWanted(
        @Nullable String from,
        @Nullable String to,
        @Nullable String actor,
        @Nullable String role,
        @Nullable String kind,
        @Nullable String study,
        @Nullable String subject,
        @Nullable Integer status,
        @Nullable String path,
        @Nullable Long before,
        @Nullable Integer limit) {

    private static final int PAGE = 200;
    private static final int MOST = 1_000;

    /** What follows {@code where}, each condition after an {@code and}. */
    String condition() {
        StringBuilder condition = new StringBuilder();
        parameters().keySet().forEach(name -> condition
                .append(" and ")
                .append(
                        switch (name) {
                            case "from" -> "at >= :from";
                            case "to" -> "at < :to";
                            case "path" -> "position(:path in path) > 0";
                            default -> name + " = :" + name;
                        }));
        return condition.toString();
    }

    /** The values of the condition by their names. */
    Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        put(parameters, "from", from == null ? null : moment("from", from, 0));
        put(parameters, "to", to == null ? null : moment("to", to, 1));
        put(parameters, "actor", text("actor", actor));
        put(parameters, "role", text("role", role));
        put(parameters, "kind", kind == null ? null : kind(kind));
        put(parameters, "study", text("study", study));
        put(parameters, "subject", text("subject", subject));
        put(parameters, "status", status);
        put(parameters, "path", text("path", path));
        return parameters;
    }

    /** @throws Problem 400 {@code parameter-malformed} when any of it is not of its form */
    void check() {
        parameters();
        most();
    }

    int most() {
        if (limit != null && (limit < 1 || limit > MOST)) {
            throw malformed("limit", "A page holds 1 to " + MOST + " entries.");
        }
        return limit == null ? PAGE : limit;
    }

    long olderThan() {
        return before == null ? Long.MAX_VALUE : before;
    }

    private static void put(Map<String, Object> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }

    /** No entry holds a zero byte, and the database cannot be asked for one. */
    private static @Nullable String text(String name, @Nullable String value) {
        if (value != null && value.indexOf('\0') >= 0) {
            throw malformed(name, "The parameter '" + name + "' is not of its form.");
        }
        return value;
    }

    private static String kind(String token) {
        try {
            return Token.of(Token.read(AccessKind.class, token));
        } catch (IllegalArgumentException unknown) {
            throw malformed(
                    "kind",
                    "There is no such kind of entry; there are "
                            + String.join(
                                    ", ",
                                    Arrays.stream(AccessKind.values())
                                            .map(Token::of)
                                            .toList())
                            + ".");
        }
    }

    private static OffsetDateTime moment(String name, String written, int daysLater) {
        try {
            return written.length() > 10
                    ? Instant.parse(written).atOffset(ZoneOffset.UTC)
                    : LocalDate.parse(written)
                            .plusDays(daysLater)
                            .atStartOfDay()
                            .atOffset(ZoneOffset.UTC);
        } catch (DateTimeException malformed) {
            throw malformed(name, "'" + name + "' is a day or an instant: 2026-11-20 or 2026-11-20T08:30:00Z.");
        }
    }

    private static Problem malformed(String field, String sentence) {
        return Problem.malformed("parameter-malformed", sentence, List.of(field));
    }
}
