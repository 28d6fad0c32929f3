package org.trialog.events.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One record of a subject, unique within the subject: the kind and a number, as in {@code fracture-3}. */
public record RecordId(@JsonValue String value) implements Comparable<RecordId> {

    private static final Identifier SHAPE = new Identifier("record", "[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RecordId {
        SHAPE.check(value);
    }

    @Override
    public int compareTo(RecordId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
