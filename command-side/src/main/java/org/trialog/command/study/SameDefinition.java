package org.trialog.command.study;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Whether two definitions say the same, however their numbers are written: a definition read back from the history has
 * decimals where a file had integers or floating-point numbers.
 */
final class SameDefinition {
    private SameDefinition() {}

    static boolean same(@Nullable JsonNode one, JsonNode other) {
        return one != null && one.equals(SameDefinition::compare, other);
    }

    private static int compare(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }
}
