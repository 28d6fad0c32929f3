package org.trialog.query.difference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.trialog.query.outcome.figure.CanonicalJson;

/** Where two JSON values differ, down to the single values, in the order of the keys. */
public final class Differences {

    /**
     * One difference.
     *
     * @param path as in {@code result.groups[0].estimate}
     * @param one missing where only the other has the key
     */
    public record Difference(String path, JsonNode one, JsonNode other) {}

    private final Set<String> ignored;
    private final List<Difference> found = new ArrayList<>();

    private Differences(Set<String> ignored) {
        this.ignored = ignored;
    }

    /** @param ignored paths that are not compared */
    public static List<Difference> between(JsonNode one, JsonNode other, Set<String> ignored) {
        Differences differences = new Differences(ignored);
        differences.compare("", one, other);
        return differences.found;
    }

    private void compare(String path, JsonNode one, JsonNode other) {
        if (ignored.contains(path)) {
            return;
        }
        if (one.isObject() && other.isObject() && !sealed(one) && !sealed(other)) {
            Set<String> keys = new TreeSet<>();
            one.fieldNames().forEachRemaining(keys::add);
            other.fieldNames().forEachRemaining(keys::add);
            keys.forEach(key -> compare(path.isEmpty() ? key : path + "." + key, one.path(key), other.path(key)));
        } else if (one.isArray() && other.isArray()) {
            for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
                compare("%s[%d]".formatted(path, i), at(one, i), at(other, i));
            }
        } else if (!text(one).equals(text(other))) {
            found.add(new Difference(path, one, other));
        }
    }

    /** A personal field is one value: its ciphertext says nothing by itself. */
    private static boolean sealed(JsonNode value) {
        return value.has("ciphertext");
    }

    private static JsonNode at(JsonNode array, int index) {
        return index < array.size() ? array.get(index) : MissingNode.getInstance();
    }

    /** 1 and 1.0 are the same number. */
    private static String text(JsonNode value) {
        return value.isMissingNode() ? "" : CanonicalJson.write(value);
    }
}
