package org.trialog.events.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A study, as its protocol file names it. */
public record StudyId(@JsonValue String value) implements Comparable<StudyId> {

    private static final Identifier SHAPE = new Identifier("study", "[a-z0-9][a-z0-9-]{0,63}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StudyId {
        SHAPE.check(value);
    }

    @Override
    public int compareTo(StudyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
