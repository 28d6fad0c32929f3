package org.trialog.events.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * What a plain YAML scalar means, by the core schema of YAML 1.2: {@code NO} and {@code 12:30} are text, only {@code true}
 * and {@code false} are booleans. (The parser beneath would follow YAML 1.1.)
 */
final class YamlScalar {

    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]{1,40}");
    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?(?:\\.[0-9]{1,40}|[0-9]{1,40}(?:\\.[0-9]{0,40})?)(?:[eE][-+]?[0-9]{1,2})?");

    private YamlScalar() {}

    static JsonNode plain(String written) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (written) {
            case "", "~", "null", "Null", "NULL" -> json.nullNode();
            case "true", "True", "TRUE" -> json.booleanNode(true);
            case "false", "False", "FALSE" -> json.booleanNode(false);
            default ->
                WHOLE.matcher(written).matches()
                        ? whole(new BigInteger(written))
                        : DECIMAL.matcher(written).matches() ? number(new BigDecimal(written)) : json.textNode(written);
        };
    }

    /** One form for one number, {@code 3.0e6} like {@code 3000000}: what is stored reads back equal. */
    static JsonNode number(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() <= 0
                ? whole(stripped.toBigIntegerExact())
                : JsonNodeFactory.instance.numberNode(stripped);
    }

    private static JsonNode whole(BigInteger value) {
        if (value.bitLength() < Integer.SIZE) {
            return JsonNodeFactory.instance.numberNode(value.intValueExact());
        }
        return value.bitLength() < Long.SIZE
                ? JsonNodeFactory.instance.numberNode(value.longValueExact())
                : JsonNodeFactory.instance.numberNode(value);
    }
}
