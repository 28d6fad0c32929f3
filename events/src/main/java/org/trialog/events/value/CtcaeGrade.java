package org.trialog.events.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Severity of an adverse event by CTCAE: 1 mild, 2 moderate, 3 severe, 4 life-threatening, 5 death. Not seriousness (rule 32). */
public record CtcaeGrade(@JsonValue int value) implements Comparable<CtcaeGrade> {

    public static final CtcaeGrade DEATH = new CtcaeGrade(5);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CtcaeGrade {
        if (value < 1 || value > 5) {
            throw new IllegalArgumentException("a CTCAE grade is a whole number from 1 to 5");
        }
    }

    @Override
    public int compareTo(CtcaeGrade other) {
        return Integer.compare(value, other.value);
    }
}
