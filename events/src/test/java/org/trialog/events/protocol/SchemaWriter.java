package org.trialog.events.protocol;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/** Writes the form of the protocol file as JSON Schema 2020-12. */
final class SchemaWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private final ObjectNode definitions = JSON.objectNode();

    static ObjectNode write() {
        SchemaWriter writer = new SchemaWriter();
        ObjectNode root = JSON.objectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("$id", "urn:trialog:protocol");
        root.put("title", "A protocol version of a study");
        root.set("$ref", writer.schema(ProtocolShape.PROTOCOL).get("$ref"));
        root.set("$defs", writer.definitions);
        return root;
    }

    private ObjectNode schema(Shape shape) {
        return switch (shape) {
            case Shape.Keys keys -> reference(keys);
            case Shape.Again again -> reference(again.keys().get());
            case Shape.Many many -> {
                ObjectNode json = typed("array").put("minItems", many.least()).put("maxItems", many.most());
                json.set("items", schema(many.item()));
                yield json;
            }
            case Shape.OneOrMany few -> {
                ObjectNode json = JSON.objectNode();
                ArrayNode either = json.putArray("anyOf");
                either.add(schema(few.item()));
                either.add(schema(new Shape.Many(few.item(), 0, 10_000)));
                yield json;
            }
            case Shape.Labels _ -> {
                ObjectNode json = typed("object");
                json.set("propertyNames", JSON.objectNode().put("pattern", anchored(ShapeReader.LANGUAGE)));
                json.set("additionalProperties", typed("string"));
                yield json;
            }
            case Shape.Text text -> {
                ObjectNode json = JSON.objectNode();
                if (text.number()) {
                    json.putArray("type").add("string").add("number");
                } else {
                    json.put("type", "string");
                }
                yield json.put("pattern", anchored(text.pattern())).put("maxLength", Shape.Text.LONGEST);
            }
            case Shape.Token token -> {
                ObjectNode json = JSON.objectNode();
                ArrayNode tokens = json.putArray("enum");
                token.tokens().forEach(tokens::add);
                yield json;
            }
            case Shape.Flag _ -> typed("boolean");
            case Shape.Whole whole ->
                typed("integer").put("minimum", whole.least()).put("maximum", whole.most());
            case Shape.Decimal number ->
                typed("number").put("minimum", number.least()).put("maximum", number.most());
            case Shape.Formed formed ->
                typed("string").put("description", formed.hint()).put("pattern", anchored(formed.pattern()));
        };
    }

    private ObjectNode reference(Shape.Keys keys) {
        if (!definitions.has(keys.name())) {
            ObjectNode json = typed("object").put("additionalProperties", false);
            definitions.set(keys.name(), json);
            ObjectNode properties = json.putObject("properties");
            ArrayNode required = json.putArray("required");
            for (Shape.Key key : keys.keys().values()) {
                ObjectNode property = schema(key.shape());
                properties.set(key.name(), property.put("description", key.about()));
                if (key.mandatory()) {
                    required.add(key.name());
                }
            }
        }
        return JSON.objectNode().put("$ref", "#/$defs/" + keys.name());
    }

    private static ObjectNode typed(String type) {
        return JSON.objectNode().put("type", type);
    }

    private static String anchored(Pattern pattern) {
        return "^(" + pattern.pattern() + ")$";
    }
}
