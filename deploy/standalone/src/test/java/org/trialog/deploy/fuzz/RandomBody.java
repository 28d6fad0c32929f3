package org.trialog.deploy.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes JSON of a schema: mostly what the schema allows, so that the rules behind are reached, and now and then what it does
 * not. The same seed makes the same bodies.
 *
 * @param document the OpenAPI document, for references
 * @param oddness how often, of a hundred values, one is not what the schema allows
 */
record RandomBody(JsonNode document, Random random, int oddness) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final List<String> WORDS = List.of(
            "weight",
            "femur",
            "D1",
            "FU6",
            "postnatal",
            "boostb4",
            "SE",
            "B-1",
            "rodding-surgery",
            "fracture-1",
            "consent-1",
            "adverse-event-1",
            "visit-1",
            "corrected-age",
            "glycine-substitution",
            "kg",
            "other",
            "pain-vas",
            "SE-001",
            "SE-002");

    private static final List<String> DATES = List.of(
            "2023-06-01",
            "2023-07-15",
            "2024",
            "2024-02",
            "2023-11-02T08:30",
            "2023-08-01/2023-09-01",
            "GA 31+2",
            "unknown",
            "2024-02-29",
            "2025-01-01");

    private static final List<String> ODD = List.of(
            "",
            " ",
            "hello",
            "2026-02-31",
            "31/02/2026",
            "1899-01-01",
            "9999-12-31",
            "-999999999-01-01",
            "GA 99",
            "\u0000",
            "\ud83e\uddb4\u202e",
            "' or 1=1 --",
            "../../etc/passwd",
            "%00",
            "NaN",
            "1e400",
            "x".repeat(5_000),
            "P1Y",
            "null",
            "{\"$ref\":\"#\"}");

    JsonNode of(JsonNode given) {
        JsonNode schema =
                given.has("$ref") ? document.at(given.get("$ref").asText().substring(1)) : given;
        if (random.nextInt(100) < oddness) {
            return odd();
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
        }
        return switch (schema.path("type").asText("object")) {
            case "string" -> JSON.textNode(text(schema));
            case "integer" -> JSON.numberNode(random.nextInt(7) - 1);
            case "number" -> JSON.numberNode(new BigDecimal(random.nextInt(4_000)).movePointLeft(random.nextInt(3)));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "array" -> array(schema);
            default -> object(schema);
        };
    }

    String text(JsonNode schema) {
        String about =
                schema.path("description").asText() + schema.path("format").asText() + schema.path("example");
        if (about.contains("date")) {
            return DATES.get(about.startsWith("date") ? random.nextInt(2) : random.nextInt(DATES.size()));
        }
        return about.contains("2014")
                ? DATES.get(random.nextInt(DATES.size()))
                : WORDS.get(random.nextInt(WORDS.size()));
    }

    String oddText() {
        return ODD.get(random.nextInt(ODD.size()));
    }

    private JsonNode array(JsonNode schema) {
        ArrayNode array = JSON.arrayNode();
        for (int i = random.nextInt(3); i > 0; i--) {
            array.add(of(schema.path("items")));
        }
        return array;
    }

    private JsonNode object(JsonNode schema) {
        ObjectNode object = JSON.objectNode();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            boolean required = required(schema, property.getKey());
            if (random.nextInt(100) < (required ? 100 - oddness : 35)) {
                object.set(property.getKey(), of(property.getValue()));
            }
        }
        if (schema.has("additionalProperties")
                && schema.get("additionalProperties").isObject()) {
            object.set(WORDS.get(random.nextInt(WORDS.size())), of(schema.get("additionalProperties")));
        }
        if (random.nextInt(100) < oddness) {
            object.set("colour", odd());
        }
        return object;
    }

    private static boolean required(JsonNode schema, String name) {
        for (JsonNode one : schema.path("required")) {
            if (one.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private JsonNode odd() {
        return switch (random.nextInt(8)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.numberNode(new BigDecimal("-1e300"));
            case 2 -> JSON.numberNode(Long.MAX_VALUE);
            case 3 -> JSON.booleanNode(true);
            case 4 -> JSON.arrayNode().add(JSON.arrayNode());
            case 5 -> JSON.objectNode().put("", "");
            default -> JSON.textNode(oddText());
        };
    }
}
