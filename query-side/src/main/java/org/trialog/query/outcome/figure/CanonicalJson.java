package org.trialog.query.outcome.figure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.TreeMap;

/**
 * One text for one value, on any machine (RFC 8785): keys sorted by UTF-16 code units, no white space, numbers as
 * ECMAScript writes them.
 */
public final class CanonicalJson {

    private static final ObjectMapper STRINGS = new ObjectMapper();

    private CanonicalJson() {}

    public static String write(JsonNode node) {
        StringBuilder text = new StringBuilder();
        append(node, text);
        return text.toString();
    }

    /** SHA-256 of the canonical text in UTF-8, in lower-case hexadecimal. */
    public static String sha256(JsonNode node) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(write(node).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static void append(JsonNode node, StringBuilder text) {
        switch (node.getNodeType()) {
            case OBJECT -> appendObject(node, text);
            case ARRAY -> appendArray(node, text);
            case NUMBER -> text.append(CanonicalNumber.write(node.doubleValue()));
            case STRING -> text.append(quoted(node.textValue()));
            case BOOLEAN, NULL -> text.append(node.asText());
            case BINARY, MISSING, POJO -> throw new IllegalArgumentException(node.getNodeType() + " has no JSON form");
        }
    }

    private static void appendObject(JsonNode node, StringBuilder text) {
        TreeMap<String, JsonNode> sorted = new TreeMap<>();
        node.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
        text.append('{');
        String separator = "";
        for (var field : sorted.entrySet()) {
            text.append(separator).append(quoted(field.getKey())).append(':');
            append(field.getValue(), text);
            separator = ",";
        }
        text.append('}');
    }

    private static void appendArray(JsonNode node, StringBuilder text) {
        text.append('[');
        Iterator<JsonNode> elements = node.elements();
        while (elements.hasNext()) {
            append(elements.next(), text);
            if (elements.hasNext()) {
                text.append(',');
            }
        }
        text.append(']');
    }

    /** Jackson escapes exactly what RFC 8785 wants escaped, but control characters in upper-case hexadecimal. */
    private static String quoted(String value) {
        try {
            String quoted = STRINGS.writeValueAsString(value);
            return quoted.contains("\\u00") ? lowerCaseEscapes(quoted) : quoted;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a text always has a JSON form", impossible);
        }
    }

    private static String lowerCaseEscapes(String quoted) {
        StringBuilder text = new StringBuilder(quoted);
        for (int i = 0; i + 5 < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                if (text.charAt(i + 1) == 'u') {
                    text.setCharAt(i + 4, Character.toLowerCase(text.charAt(i + 4)));
                    text.setCharAt(i + 5, Character.toLowerCase(text.charAt(i + 5)));
                }
                i++;
            }
        }
        return text.toString();
    }
}
