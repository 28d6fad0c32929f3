package org.trialog.command.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.trialog.command.problem.Problem;

/** Codes, terms and names: something, and short. Words of a person are the personal fields, which have a limit of their own. */
final class ShortText {

    static final int LONGEST = 200;

    private ShortText() {}

    /** @param except fields that hold words of a person */
    static void check(JsonNode body, List<String> except, String prefix) {
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            if (!except.contains(field.getKey())) {
                value(field.getValue(), prefix + field.getKey());
            }
        }
    }

    private static void value(JsonNode value, String field) {
        if (value.isTextual()) {
            text(value.textValue(), field);
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                value(value.get(i), field + "[" + i + "]");
            }
        } else if (value.isObject()) {
            check(value, List.of(), field + ".");
        }
    }

    private static void text(String text, String field) {
        if (text.isBlank()) {
            throw Problem.malformed(
                    "bad-value", "'" + field + "' is empty: leave it out, or say what it is.", List.of(field));
        }
        if (text.length() > LONGEST) {
            throw Problem.malformed(
                    "too-long", "'" + field + "' has at most " + LONGEST + " characters.", List.of(field));
        }
    }
}
