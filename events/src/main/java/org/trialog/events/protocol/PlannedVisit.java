package org.trialog.events.protocol;

import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.ArmId;

/**
 * A visit that the protocol plans.
 *
 * @param at offset from the anchor; null when the source plans no day
 * @param window days around the planned day, both included; null when the protocol sets none
 * @param collect what is asked at it
 * @param arms those whose subjects it is planned for; empty means all
 */
public record PlannedVisit(
        String code,
        Map<String, String> label,
        Anchor anchor,
        @Nullable Period at,
        @Nullable DayWindow window,
        List<String> collect,
        List<ArmId> arms) {

    public PlannedVisit {
        label = label == null ? Map.of() : Map.copyOf(label);
        collect = collect == null ? List.of() : List.copyOf(collect);
        arms = arms == null ? List.of() : List.copyOf(arms);
    }
}
