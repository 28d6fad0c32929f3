package org.trialog.query.plot.svg;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a mark stands for, as {@code data-} attributes: a page finds by them the subjects and facts behind it.
 *
 * @param attributes names without {@code data-} and values, in order
 */
public record Data(List<Attribute> attributes) {

    /** Of a mark that stands for nothing. */
    public static final Data NONE = new Data(List.of());

    public Data {
        attributes = List.copyOf(attributes);
    }

    record Attribute(String name, String value) {}

    public static Data of(String name, Object value) {
        return NONE.and(name, value);
    }

    public Data and(String name, Object value) {
        List<Attribute> more = new ArrayList<>(attributes);
        more.add(new Attribute(name, value.toString()));
        return new Data(more);
    }

    /** Several values, separated by spaces; without any the attribute is not there. */
    public Data andAll(String name, Collection<?> values) {
        return values.isEmpty()
                ? this
                : and(name, values.stream().map(Object::toString).collect(Collectors.joining(" ")));
    }
}
