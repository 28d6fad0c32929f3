package org.trialog.events.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.trialog.events.wire.FactJson;

/** The form that a part of a protocol file must have: what the reader checks and the published JSON Schema says. */
sealed interface Shape {

    /**
     * Words, at least one character.
     *
     * @param hint what it is, for the sentence when it does not match
     * @param number whether a bare number counts as the word that it is written as
     */
    record Text(String hint, Pattern pattern, boolean number) implements Shape {

        static final int LONGEST = 1000;

        boolean fits(String text) {
            return text.length() <= LONGEST && pattern.matcher(text).matches();
        }
    }

    /** A whole number, both limits included. */
    record Whole(int least, int most) implements Shape {}

    /** A number, both limits included. */
    record Decimal(BigDecimal least, BigDecimal most) implements Shape {}

    /** {@code true} or {@code false}. */
    record Flag() implements Shape {}

    /** One of the fixed tokens. */
    record Token(List<String> tokens) implements Shape {

        /** The tokens of an enumeration as they stand in JSON. */
        static Token of(Enum<?>... constants) {
            return new Token(Arrays.stream(constants)
                    .map(constant -> FactJson.mapper().<JsonNode>valueToTree(constant))
                    .map(JsonNode::asText)
                    .toList());
        }
    }

    /**
     * Text with an inner form.
     *
     * @param pattern for the schema: at least as wide as {@code read}
     * @param read throws a runtime exception when the text is not of the form
     */
    record Formed(String hint, Pattern pattern, Consumer<String> read) implements Shape {}

    /** A sequence with that many items. */
    record Many(Shape item, int least, int most) implements Shape {}

    /** A sequence that may be written as its only item; in JSON always a sequence. */
    record OneOrMany(Shape item) implements Shape {}

    /** Text by language. */
    record Labels() implements Shape {}

    /** A mapping with these keys and no other. */
    record Keys(String name, Map<String, Key> keys) implements Shape {

        static Keys of(String name, Key... keys) {
            Map<String, Key> byName = new LinkedHashMap<>();
            for (Key key : keys) {
                byName.put(key.name(), key);
            }
            return new Keys(name, Collections.unmodifiableMap(byName));
        }
    }

    /** A form named elsewhere: lets a form hold itself. */
    record Again(Supplier<Keys> keys) implements Shape {}

    /** One key of a mapping. */
    record Key(String name, Shape shape, boolean mandatory, String about) {

        static Key must(String name, Shape shape, String about) {
            return new Key(name, shape, true, about);
        }

        static Key may(String name, Shape shape, String about) {
            return new Key(name, shape, false, about);
        }
    }
}
