package org.trialog.command.web.document;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.DateSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MapSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trialog.events.personal.Personal;
import org.trialog.events.value.AgeOn;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.CtcaeGrade;
import org.trialog.events.value.GestationalAge;
import org.trialog.events.wire.FactJson;

/** Describes the JSON of a record type as a request carries it: personal fields in clear, derived ones left out. */
final class RecordSchemas {

    private RecordSchemas() {}

    static Schema<?> of(Class<?> type) {
        ObjectSchema schema = new ObjectSchema();
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getType() == AgeOn.class) {
                continue;
            }
            schema.addProperty(component.getName(), of(component.getGenericType(), component.getType()));
            boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    || Collection.class.isAssignableFrom(component.getType())
                    || Map.class.isAssignableFrom(component.getType());
            if (!optional) {
                schema.addRequiredItem(component.getName());
            }
        }
        schema.setAdditionalProperties(false);
        return schema;
    }

    private static Schema<?> of(Type type, Class<?> raw) {
        if (raw == Period.class) {
            return new StringSchema().description("ISO 8601").example("P6M");
        }
        if (raw == String.class || raw == ZoneId.class) {
            return new StringSchema();
        }
        if (raw == Personal.class) {
            return new StringSchema().description("personal: sealed before it is recorded");
        }
        if (raw == ClinicalDate.class) {
            return new StringSchema()
                    .description("2014, 2014-02, 2014-02-17, 2014-03-10/2014-09-02, GA 31+2 or unknown")
                    .example("2014-02-17");
        }
        if (raw == GestationalAge.class) {
            return new StringSchema()
                    .description("weeks+days, or completed weeks")
                    .example("31+2");
        }
        if (raw == CtcaeGrade.class) {
            return new IntegerSchema().minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(5));
        }
        if (raw == LocalDate.class) {
            return new DateSchema();
        }
        if (raw == BigDecimal.class) {
            return new NumberSchema();
        }
        if (raw == int.class || raw == Integer.class) {
            return new IntegerSchema();
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return new BooleanSchema();
        }
        if (raw.isEnum()) {
            StringSchema tokens = new StringSchema();
            for (Object constant : raw.getEnumConstants()) {
                tokens.addEnumItem(FactJson.mapper().convertValue(constant, String.class));
            }
            return tokens;
        }
        if (Collection.class.isAssignableFrom(raw) && type instanceof ParameterizedType list) {
            Class<?> element = (Class<?>) list.getActualTypeArguments()[0];
            return new ArraySchema().items(of(element, element));
        }
        if (Map.class.isAssignableFrom(raw) && type instanceof ParameterizedType map) {
            Class<?> value = (Class<?>) map.getActualTypeArguments()[1];
            return new MapSchema().additionalProperties(of(value, value));
        }
        return raw.getRecordComponents().length == 1 ? new StringSchema() : of(raw);
    }
}
