package org.trialog.command.web;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.zone.ZoneRulesException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trialog.command.problem.Problem;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.wire.FactJson;

/** Reads JSON of a request into values of ours; what does not fit is named by its field and said in words. */
final class Reading {

    /** Nothing may follow the object. */
    private static final ObjectReader WHOLE =
            FactJson.mapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Reading() {}

    static ObjectNode object(byte[] body) {
        try {
            JsonNode tree = WHOLE.readTree(body);
            if (tree instanceof ObjectNode object) {
                return withoutNulls(object);
            }
            throw Problem.malformed("malformed-body", "The body is a JSON object.", List.of());
        } catch (JsonProcessingException malformed) {
            JsonLocation place = malformed.getLocation();
            throw Problem.malformed(
                    "malformed-json",
                    place == null
                            ? "The body is not JSON of a reasonable depth and length."
                            : "The body is not JSON: line %d, column %d."
                                    .formatted(place.getLineNr(), place.getColumnNr()),
                    List.of());
        } catch (IOException unreadable) {
            throw Problem.malformed("malformed-body", "The body could not be read.", List.of());
        }
    }

    /** @param prefix of the fields in a complaint */
    static <T> T value(JsonNode tree, Class<? extends T> type, String prefix) {
        try {
            return FactJson.mapper().treeToValue(tree, type);
        } catch (UnrecognizedPropertyException unknown) {
            throw Problem.malformed(
                    "field-unknown",
                    "There is no field '%s' here.".formatted(unknown.getPropertyName()),
                    List.of(prefix + path(unknown)));
        } catch (JsonMappingException misfit) {
            throw misfit(misfit, prefix + path(misfit));
        } catch (JsonProcessingException malformed) {
            throw Problem.malformed("malformed-body", "The body is not of its form.", List.of(prefix));
        }
    }

    static ClinicalDate date(String text, String field) {
        try {
            return ClinicalDate.of(text);
        } catch (IllegalArgumentException misfit) {
            throw misfit(misfit, field);
        }
    }

    /** An identifier of ours. */
    static <T> T id(String text, String field, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException misfit) {
            throw misfit(misfit, field);
        }
    }

    private static Problem misfit(Exception misfit, String field) {
        for (Throwable cause = misfit; cause != null; cause = cause.getCause()) {
            if (cause instanceof DateTimeException && !(cause instanceof ZoneRulesException)) {
                return new Problem(
                        422,
                        "no-such-date",
                        "There is no such day or time. Look at " + field + ".",
                        17,
                        List.of(field));
            }
        }
        for (Throwable cause = misfit; cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException ours && !(cause instanceof NumberFormatException)) {
                return Problem.malformed("bad-value", ours.getMessage() + ".", List.of(field));
            }
        }
        String message = String.valueOf(misfit.getMessage());
        if (message.startsWith("Missing required")) {
            return Problem.malformed("missing-field", "'" + field + "' is mandatory.", List.of(field));
        }
        return Problem.malformed("bad-value", "'" + field + "' does not have a value that fits it.", List.of(field));
    }

    private static String path(JsonMappingException misfit) {
        String path = misfit.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        String missing = String.valueOf(misfit.getMessage());
        if (missing.startsWith("Missing required creator property '")) {
            String name =
                    missing.substring(missing.indexOf('\'') + 1, missing.indexOf('\'', missing.indexOf('\'') + 1));
            if (!path.endsWith("." + name)) {
                path += "." + name;
            }
        }
        return path.startsWith(".") ? path.substring(1) : path;
    }

    /** An explicit null says the same as a field left out. */
    private static ObjectNode withoutNulls(ObjectNode object) {
        List<String> nulls = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (field.getValue().isNull()) {
                nulls.add(field.getKey());
            } else {
                field.getValue().forEach(child -> {
                    if (child instanceof ObjectNode nested) {
                        withoutNulls(nested);
                    }
                });
                if (field.getValue() instanceof ObjectNode nested) {
                    withoutNulls(nested);
                }
            }
        }
        object.remove(nulls);
        return object;
    }
}
