package org.trialog.events.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An arm of a study, as its protocol names it. */
public record ArmId(@JsonValue String value) implements Comparable<ArmId> {

    private static final Identifier SHAPE = new Identifier("arm", "[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ArmId {
        SHAPE.check(value);
    }

    @Override
    public int compareTo(ArmId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
