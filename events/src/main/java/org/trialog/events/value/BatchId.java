package org.trialog.events.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A batch of a cell product, as its manufacturer numbers it. */
public record BatchId(@JsonValue String value) implements Comparable<BatchId> {

    private static final Identifier SHAPE = new Identifier("batch", "[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BatchId {
        SHAPE.check(value);
    }

    @Override
    public int compareTo(BatchId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
