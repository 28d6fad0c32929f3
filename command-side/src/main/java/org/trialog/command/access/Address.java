package org.trialog.command.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was asked, as far as it may be kept: identifiers in the path, the names of all parameters, and the values of those
 * that say which part was asked for. Whatever else somebody put there is a star: it could be a name or a secret.
 *
 * @param parts of the path
 * @param query absent without parameters
 */
record Address(String method, List<String> parts, @Nullable String query) {

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");
    private static final Pattern METHOD = Pattern.compile("[A-Z]{1,16}");
    private static final Pattern PARAMETER = Pattern.compile("[A-Za-z][A-Za-z-]{0,31}");
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_.:,/+-]{0,40}");
    /** Such as sessions have. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private static final String HIDDEN = "*";
    private static final int MOST = 16;

    private static final Set<String> SAID = Set.of(
            "actor",
            "asKnownAt",
            "asOf",
            "batch",
            "before",
            "by",
            "cutoff",
            "donor",
            "dryRun",
            "from",
            "headline",
            "kind",
            "limit",
            "role",
            "site",
            "status",
            "study",
            "subject",
            "to",
            "type");

    Address {
        parts = List.copyOf(parts);
    }

    static Address of(HttpServletRequest request) {
        List<String> parts = Arrays.stream(request.getRequestURI().split("/"))
                .filter(part -> !part.isEmpty())
                .limit(MOST)
                .map(part -> IDENTIFIER.matcher(part).matches()
                                && !TOKEN.matcher(part).matches()
                        ? part
                        : HIDDEN)
                .toList();
        String method = String.valueOf(request.getMethod());
        return new Address(METHOD.matcher(method).matches() ? method : HIDDEN, parts, said(request.getQueryString()));
    }

    private static @Nullable String said(@Nullable String query) {
        return query == null || query.isEmpty()
                ? null
                : Arrays.stream(query.split("&"))
                        .limit(MOST)
                        .map(Address::parameter)
                        .collect(Collectors.joining("&"));
    }

    private static String parameter(String written) {
        int equals = written.indexOf('=');
        String name = equals < 0 ? written : written.substring(0, equals);
        if (!PARAMETER.matcher(name).matches()) {
            return HIDDEN;
        }
        String value = equals < 0 ? "" : written.substring(equals + 1).replace("%3A", ":");
        return name + "=" + (SAID.contains(name) && VALUE.matcher(value).matches() ? value : HIDDEN);
    }

    String path() {
        return "/" + String.join("/", parts);
    }

    boolean is(String... path) {
        return parts.equals(List.of(path));
    }

    boolean startsWith(String... path) {
        return parts.size() >= path.length && parts.subList(0, path.length).equals(List.of(path));
    }

    /** Whether it is, or is under, that part of a study. */
    boolean isOfAStudy(String part) {
        return startsWith("api", "studies") && parts.size() > 3 && parts.get(3).equals(part);
    }

    /** Whether it changes nothing: an outcome's definition that is tried, or drawn, comes as a POST. */
    boolean reads() {
        return method.equals("GET") || method.equals("HEAD") || (method.equals("POST") && isOfAStudy("outcomes"));
    }

    @Nullable
    String study() {
        return startsWith("api", "studies") && parts.size() > 2 ? parts.get(2) : null;
    }

    @Nullable
    String subject() {
        return isOfAStudy("subjects") && parts.size() > 4 ? parts.get(4) : null;
    }
}
