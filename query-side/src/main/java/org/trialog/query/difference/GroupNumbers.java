package org.trialog.query.difference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The numbers of a group that every kind of outcome has. */
final class GroupNumbers {

    private static final String[] KEYS = {"subjects", "events", "personYears", "estimate", "lower", "upper"};

    private GroupNumbers() {}

    /** @param group as in a figure's result */
    static ObjectNode of(JsonNode group) {
        ObjectNode numbers = JsonNodeFactory.instance.objectNode();
        numbers.set("group", group.path("group"));
        for (String key : KEYS) {
            numbers.set(key, group.path(key));
        }
        numbers.put("excluded", group.path("excluded").size());
        return numbers;
    }
}
