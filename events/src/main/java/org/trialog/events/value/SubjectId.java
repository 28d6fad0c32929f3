package org.trialog.events.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One participant of a study: a code, never a name. Unique in its study and never reused (rule 7). */
public record SubjectId(@JsonValue String value) implements Comparable<SubjectId> {

    private static final Identifier SHAPE = new Identifier("subject", "[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SubjectId {
        SHAPE.check(value);
    }

    @Override
    public int compareTo(SubjectId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
