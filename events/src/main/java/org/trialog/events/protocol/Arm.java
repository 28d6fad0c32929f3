package org.trialog.events.protocol;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.ArmId;

/**
 * A group of subjects that the protocol treats alike.
 *
 * @param label by language, the id standing in where there is none
 * @param control true forbids doses (rule 8)
 * @param retrospective true allows records that precede consent
 * @param planned how many subjects the protocol plans in it; null when it does not say
 * @param doses the planned series; null leaves doses unspecified
 */
public record Arm(
        ArmId id,
        Map<String, String> label,
        boolean control,
        boolean retrospective,
        @Nullable DosePlan doses,
        @Nullable Integer planned) {

    public Arm {
        label = label == null ? Map.of() : Map.copyOf(label);
    }
}
