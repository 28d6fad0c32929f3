package org.trialog.events.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A hospital or practice that takes part in a study. */
public record SiteId(@JsonValue String value) implements Comparable<SiteId> {

    private static final Identifier SHAPE = new Identifier("site", "[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SiteId {
        SHAPE.check(value);
    }

    @Override
    public int compareTo(SiteId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
