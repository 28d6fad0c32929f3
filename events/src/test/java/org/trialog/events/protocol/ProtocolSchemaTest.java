package org.trialog.events.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProtocolSchemaTest {

    private static final String RESOURCE = "/org/trialog/events/protocol/protocol.schema.json";
    private final Set<Class<?>> seen = new HashSet<>();

    /** Run with {@code -Dtest.jvm.options=-Dtrialog.write=true} after a change of the form; the difference is then reviewed in the commit. */
    @Test
    void theShippedSchemaIsThatOfTheCode() throws IOException {
        ObjectWriter writer = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writer();
        String expected = writer.writeValueAsString(SchemaWriter.write()) + "\n";
        if (Boolean.getBoolean("trialog.write")) {
            Files.writeString(Path.of("src/main/resources" + RESOURCE), expected);
        }
        try (InputStream shipped = ProtocolSchemaTest.class.getResourceAsStream(RESOURCE)) {
            JsonNode schema = JsonMapper.builder().build().readTree(Objects.requireNonNull(shipped));
            assertThat(schema).isEqualTo(JsonMapper.builder().build().readTree(expected));
        }
    }

    @Test
    void everyComponentAndTokenOfTheRecordsIsAKeyOfTheForm() {
        compare(Protocol.class, ProtocolShape.PROTOCOL);

        assertThat(seen)
                .contains(
                        Arm.class,
                        DosePlan.class,
                        GestationWindow.class,
                        PlannedVisit.class,
                        Instrument.class,
                        Instrument.Item.class,
                        MeasurementDefinition.class,
                        EligibilityCriterion.class,
                        FractureRules.class,
                        SafetyRules.class,
                        OutcomeDefinition.class,
                        OutcomeDefinition.Forecast.class,
                        OutcomeDefinition.Expected.class,
                        OutcomeDefinition.Expected.Point.class,
                        OutcomeDefinition.Responder.class,
                        OutcomeDefinition.Share.class,
                        Baseline.class,
                        EventFilter.class,
                        EventFilter.Bones.class,
                        EventFilter.Match.class);
    }

    private void compare(Class<?> type, Shape shape) {
        if (shape instanceof Shape.Keys keys && seen.add(type)) {
            assertThat(keys.keys().keySet())
                    .as("keys of " + type.getSimpleName())
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(type.getRecordComponents())
                            .map(RecordComponent::getName)
                            .toList());
            for (RecordComponent component : type.getRecordComponents()) {
                Shape of = Objects.requireNonNull(keys.keys().get(component.getName()))
                        .shape();
                compare(
                        component(component.getGenericType()),
                        switch (of) {
                            case Shape.Many many -> many.item();
                            case Shape.OneOrMany few -> few.item();
                            default -> of;
                        });
            }
        } else if (shape instanceof Shape.Token token) {
            assertThat(token).isEqualTo(Shape.Token.of((Enum<?>[]) type.getEnumConstants()));
        } else if (type.isRecord()) {
            assertThat(shape).as("form of " + type).isNotInstanceOf(Shape.Flag.class);
        }
    }

    private static Class<?> component(Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType generic
            when generic.getRawType() == List.class -> component(generic.getActualTypeArguments()[0]);
            case ParameterizedType generic -> component(generic.getRawType());
            default -> throw new IllegalStateException("a protocol has no component of type " + type);
        };
    }
}
