package org.trialog.events.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.trialog.events.Fact;

/** The stored form of facts: readable JSON, absent fields left out, numbers as written, unknown fields refused. */
public final class FactJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .annotationIntrospector(
                    AnnotationIntrospector.pair(new JacksonAnnotationIntrospector(), new RequiredUnlessNullable()))
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            // A text is no number and 120.7 is no whole one: neither is guessed from the other.
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private FactJson() {}

    /** The mapper itself, for the serialiser of the event store and for values inside other documents. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    public static String write(Fact fact) {
        try {
            return MAPPER.writeValueAsString(fact);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("cannot write " + FactCatalog.nameOf(fact), impossible);
        }
    }

    /**
     * @throws UnknownFact when this build knows no such event or revision
     * @throws IllegalStateException when the JSON is not of the event's form
     */
    public static Fact read(String name, String revision, String json) {
        try {
            return MAPPER.readValue(json, FactCatalog.typeOf(name, revision));
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException(
                    "stored event " + name + " is not of its form: " + malformed.getOriginalMessage());
        }
    }
}
