package org.trialog.events.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.trialog.events.value.DateRange;

/**
 * Whole days around a planned day, both ends included: {@code [P-14D, P14D]}.
 */
public record DayWindow(
        @JsonIgnore Period before, @JsonIgnore Period after) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DayWindow of(List<Period> pair) {
        if (pair.size() != 2) {
            throw new IllegalArgumentException("a window is a pair of durations, as in [P-14D, P14D]");
        }
        return new DayWindow(pair.get(0), pair.get(1));
    }

    @JsonValue
    public List<Period> pair() {
        return List.of(before, after);
    }

    public DateRange around(LocalDate planned) {
        return new DateRange(planned.plus(before), planned.plus(after));
    }
}
