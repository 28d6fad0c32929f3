package org.trialog.events.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.trialog.events.protocol.Located.Field;
import org.trialog.events.protocol.Located.Keyed;
import org.trialog.events.protocol.Located.Listed;
import org.trialog.events.protocol.Located.Place;
import org.trialog.events.protocol.Located.Scalar;
import org.trialog.events.protocol.ProtocolProblem.Finding;

/** Holds a tree against a form: gives its JSON, and everything that does not fit with its place. */
final class ShapeReader {

    static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Place> places = new HashMap<>();
    private final Set<String> given = new HashSet<>();

    /** What does not fit, in the order of the file. */
    List<Finding> findings() {
        return findings;
    }

    /** The place of a path, or of the nearest one above it. */
    Place placeOf(String path) {
        String at = path;
        while (!places.containsKey(at) && !at.isEmpty()) {
            at = at.substring(0, Math.max(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('['))));
        }
        return places.getOrDefault(at, Place.NONE);
    }

    /** Whether a key stands in the file with a value. */
    boolean given(String path) {
        return given.contains(path);
    }

    /** Its JSON without what does not fit. */
    JsonNode read(Shape shape, Located at, String path) {
        places.putIfAbsent(path, at.place());
        return switch (shape) {
            case Shape.Keys keys -> keys(keys, at, path);
            case Shape.Again again -> keys(again.keys().get(), at, path);
            case Shape.Many many -> many(many, at, path);
            case Shape.OneOrMany few ->
                at instanceof Listed
                        ? many(new Shape.Many(few.item(), 0, 10_000), at, path)
                        : JsonNodeFactory.instance.arrayNode().add(read(few.item(), at, path));
            case Shape.Labels _ -> labels(at, path);
            case Shape.Text text -> text(text, at, path);
            case Shape.Token token ->
                scalar(
                        at,
                        path,
                        "one of " + String.join(", ", token.tokens()),
                        value -> value.isTextual() && token.tokens().contains(value.asText()));
            case Shape.Flag _ -> scalar(at, path, "true or false", JsonNode::isBoolean);
            case Shape.Whole whole ->
                scalar(
                        at,
                        path,
                        "a whole number from %d to %d".formatted(whole.least(), whole.most()),
                        value -> value.isInt() && value.asInt() >= whole.least() && value.asInt() <= whole.most());
            case Shape.Decimal number -> decimal(number, at, path);
            case Shape.Formed formed ->
                scalar(at, path, formed.hint(), value -> value.isTextual() && fits(formed, value.asText()));
        };
    }

    private JsonNode keys(Shape.Keys shape, Located at, String path) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (!(at instanceof Keyed keyed)) {
            wrong(at.place(), path, "this must be a mapping with the keys of " + article(shape.name()));
            return json;
        }
        for (Map.Entry<String, Field> entry : keyed.fields().entrySet()) {
            Shape.Key key = shape.keys().get(entry.getKey());
            Field field = entry.getValue();
            String below = below(path, entry.getKey());
            places.put(below, field.key());
            if (key == null) {
                wrong(
                        field.key(),
                        below,
                        "%s has no such key; it has %s"
                                .formatted(
                                        article(shape.name()),
                                        String.join(", ", shape.keys().keySet())));
            } else if (!absent(field)) {
                given.add(below);
                json.set(entry.getKey(), read(key.shape(), field.value(), below));
            }
        }
        for (Shape.Key key : shape.keys().values()) {
            Field field = keyed.fields().get(key.name());
            if (key.mandatory() && (field == null || absent(field))) {
                wrong(
                        field == null ? at.place() : field.key(),
                        below(path, key.name()),
                        "%s needs this key: %s".formatted(article(shape.name()), key.about()));
            }
        }
        return json;
    }

    private JsonNode many(Shape.Many shape, Located at, String path) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        if (!(at instanceof Listed listed)) {
            wrong(at.place(), path, "this must be a list");
            return json;
        }
        int size = listed.items().size();
        if (size < shape.least() || size > shape.most()) {
            wrong(
                    at.place(),
                    path,
                    shape.least() == shape.most()
                            ? "this list has %d items and must have %d".formatted(size, shape.least())
                            : "this list has %d items and must have %d to %d"
                                    .formatted(size, shape.least(), shape.most()));
        }
        for (int index = 0; index < size; index++) {
            json.add(read(shape.item(), listed.items().get(index), path + "[" + index + "]"));
        }
        return json;
    }

    private JsonNode labels(Located at, String path) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (!(at instanceof Keyed keyed)) {
            wrong(at.place(), path, "this must be a mapping from a language to text, as in {en: Untreated}");
            return json;
        }
        keyed.fields().forEach((language, field) -> {
            String below = below(path, language);
            places.put(below, field.key());
            if (!LANGUAGE.matcher(language).matches()) {
                wrong(field.key(), below, "'%s' is not a language, as in en, sv or zh".formatted(language));
            }
            json.set(language, scalar(field.value(), below, "text in that language", JsonNode::isTextual));
        });
        return json;
    }

    private JsonNode text(Shape.Text shape, Located at, String path) {
        boolean bare =
                shape.number() && at instanceof Scalar number && number.value().isNumber();
        Located words = bare && at instanceof Scalar number
                ? new Scalar(at.place(), number.written(), JsonNodeFactory.instance.textNode(number.written()))
                : at;
        return scalar(words, path, shape.hint(), value -> value.isTextual() && shape.fits(value.asText()));
    }

    private JsonNode decimal(Shape.Decimal shape, Located at, String path) {
        JsonNode json = scalar(
                at,
                path,
                "a number from %s to %s".formatted(shape.least(), shape.most()),
                value -> value.isNumber()
                        && value.decimalValue().compareTo(shape.least()) >= 0
                        && value.decimalValue().compareTo(shape.most()) <= 0);
        BigDecimal value = json.decimalValue();
        return json.isNumber() && value.scale() - value.precision() < 60 ? YamlScalar.number(value) : json;
    }

    private JsonNode scalar(Located at, String path, String expected, Predicate<JsonNode> fits) {
        if (at instanceof Scalar scalar) {
            if (!fits.test(scalar.value())) {
                wrong(at.place(), path, misfit(scalar, expected));
            }
            return scalar.value();
        }
        wrong(at.place(), path, "this must be " + expected);
        return JsonNodeFactory.instance.nullNode();
    }

    private static String misfit(Scalar scalar, String expected) {
        if (scalar.written().isEmpty()) {
            return "this is empty and must be " + expected;
        }
        String quotes = expected.contains("text") && !scalar.value().isTextual() ? ": put it in quotes" : "";
        return "'%s' is not %s%s".formatted(brief(scalar.written()), expected, quotes);
    }

    private static boolean fits(Shape.Formed formed, String text) {
        try {
            formed.read().accept(text);
            return formed.pattern().matcher(text).matches();
        } catch (RuntimeException _) {
            return false;
        }
    }

    private static boolean absent(Field field) {
        return field.value() instanceof Scalar scalar && scalar.value().isNull();
    }

    private void wrong(Place place, String path, String sentence) {
        findings.add(new Finding(place.line(), place.column(), path, sentence));
    }

    private static String below(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static String article(String name) {
        return ("aeiou".indexOf(name.charAt(0)) >= 0 ? "an '" : "a '") + name + "'";
    }

    private static String brief(String written) {
        return written.length() <= 60 ? written : written.substring(0, 60) + "…";
    }
}
