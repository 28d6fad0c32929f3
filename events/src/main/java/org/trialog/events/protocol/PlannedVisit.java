package org.trialog.events.protocol;

import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A visit that the protocol plans.
 *
 * @param at offset from the anchor; null when the source plans no day
 * @param window days around the planned day, both included; null when the protocol sets none
 * @param collect what is asked at it
 */
public record PlannedVisit(
        String code,
        Map<String, String> label,
        Anchor anchor,
        @Nullable Period at,
        @Nullable DayWindow window,
        List<String> collect) {

    public PlannedVisit {
        label = label == null ? Map.of() : Map.copyOf(label);
        collect = collect == null ? List.of() : List.copyOf(collect);
    }
}
