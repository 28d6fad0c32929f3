package org.trialog.command.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;
import org.trialog.events.Fact;
import org.trialog.events.wire.FactCatalog;
import org.trialog.events.wire.FactJson;

/**
 * Writes facts under their stable names as readable JSON, and their metadata as a plain JSON object of texts. An event
 * that this build does not know is an error ({@link org.trialog.events.wire.UnknownFact}), never skipped: Axon's own
 * serialisers would hand on a placeholder that processors pass over.
 */
final class FactSerializer implements Serializer {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final Converter converter = new ChainingConverter();

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> expected) {
        SerializedType type;
        String json;
        switch (object) {
            case Fact fact -> {
                type = new SimpleSerializedType(FactCatalog.nameOf(fact), FactCatalog.REVISION);
                json = FactJson.write(fact);
            }
            case MetaData metadata -> {
                type = typeForClass(MetaData.class);
                json = write(metadata);
            }
            case null, default ->
                throw new IllegalArgumentException("the store holds facts and their metadata, not " + object);
        }
        return new SimpleSerializedObject<>(converter.convert(json, String.class, expected), expected, type);
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> expected) {
        return converter.canConvert(String.class, expected);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"
    }) // as Axon declares it: the type that the name stands for
    public <S, T> T deserialize(SerializedObject<S> stored) {
        String json = converter.convert(stored.getData(), stored.getContentType(), String.class);
        String name = stored.getType().getName();
        return name.equals(MetaData.class.getName())
                ? (T) MetaData.from(read(json))
                : (T) FactJson.read(name, revision(stored.getType()), json);
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        return type.getName().equals(MetaData.class.getName())
                ? MetaData.class
                : FactCatalog.typeOf(type.getName(), revision(type)).getRawClass();
    }

    /** Only of metadata: the name of a fact depends on what it holds, not on its class. */
    @Override
    @SuppressWarnings("rawtypes") // as Axon declares it
    public SerializedType typeForClass(@Nullable Class type) {
        if (type != MetaData.class) {
            throw new IllegalArgumentException("a class does not name a fact: " + type);
        }
        return new SimpleSerializedType(MetaData.class.getName(), null);
    }

    @Override
    public Converter getConverter() {
        return converter;
    }

    private static String revision(SerializedType type) {
        String revision = type.getRevision();
        return revision == null ? "" : revision;
    }

    private static String write(Map<String, ?> metadata) {
        try {
            return FactJson.mapper().writeValueAsString(metadata);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("cannot write metadata", impossible);
        }
    }

    private static Map<String, String> read(String json) {
        try {
            return FactJson.mapper().readValue(json, TEXTS);
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException("stored metadata is not a JSON object: " + malformed.getOriginalMessage());
        }
    }
}
