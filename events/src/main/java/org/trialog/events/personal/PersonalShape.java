package org.trialog.events.personal;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which fields of a record are personal: read off its type, so that none can be forgotten. */
public final class PersonalShape {

    private static final ClassValue<List<RecordComponent>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .filter(component -> component.getType() == Personal.class)
                    .toList();
        }
    };

    private PersonalShape() {}

    /** The names of the personal fields of a record type. */
    public static List<String> names(Class<?> record) {
        return COMPONENTS.get(record).stream().map(RecordComponent::getName).toList();
    }

    /** Those whose clear text is of that type. */
    public static List<String> names(Class<?> record, Class<?> clear) {
        return COMPONENTS.get(record).stream()
                .filter(component -> component.getGenericType() instanceof ParameterizedType personal
                        && personal.getActualTypeArguments()[0] == clear)
                .map(RecordComponent::getName)
                .toList();
    }

    /** The personal fields that a record has, by name. */
    public static Map<String, Personal<?>> of(Object record) {
        List<RecordComponent> components = COMPONENTS.get(record.getClass());
        if (components.isEmpty()) {
            return Map.of();
        }
        Map<String, Personal<?>> fields = new LinkedHashMap<>();
        for (RecordComponent component : components) {
            @Nullable Object value = value(record, component);
            if (value instanceof Personal<?> personal) {
                fields.put(component.getName(), personal);
            }
        }
        return fields;
    }

    private static @Nullable Object value(Object record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException("cannot read " + component, hidden);
        }
    }
}
