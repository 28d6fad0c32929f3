package org.trialog.events.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.ArmId;

/**
 * A criterion for entering the study and how it is judged.
 *
 * @param judge {@code corrected-age} and {@code age} by the record, {@code recorded} by a person's yes or no
 * @param below exclusive upper limit of an age at consent
 * @param gestation gestational ages at consent, both included
 * @param arms the arms that it applies to; empty means all
 */
public record EligibilityCriterion(
        String id,
        Map<String, String> label,
        Judge judge,
        @Nullable Period below,
        List<ArmId> arms,
        @Nullable GestationWindow gestation) {

    public EligibilityCriterion {
        label = label == null ? Map.of() : Map.copyOf(label);
        arms = arms == null ? List.of() : List.copyOf(arms);
    }

    /** How a criterion is judged. */
    public enum Judge {
        @JsonProperty("corrected-age")
        CORRECTED_AGE,
        @JsonProperty("age")
        AGE,
        @JsonProperty("recorded")
        RECORDED,
        @JsonProperty("gestational-age")
        GESTATIONAL_AGE
    }
}
