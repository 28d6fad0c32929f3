package org.trialog.events.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Period;
import java.util.List;
import org.trialog.events.value.Bone;

/**
 * Which fractures count, and when a second one of a bone is suspicious (rules 27 and 28).
 *
 * @param count {@code all} or {@code confirmed}
 * @param exclude bones that never count
 * @param healing same bone and side within this time: refracture or duplicate?
 */
public record FractureRules(Count count, List<Bone> exclude, Period healing) {

    public static final FractureRules DEFAULT = new FractureRules(Count.ALL, List.of(), Period.ofWeeks(6));

    public FractureRules {
        count = count == null ? Count.ALL : count;
        exclude = exclude == null ? List.of() : List.copyOf(exclude);
        healing = healing == null ? Period.ofWeeks(6) : healing;
    }

    /** Whether a fracture must be confirmed to count. */
    public enum Count {
        @JsonProperty("all")
        ALL,
        @JsonProperty("confirmed")
        CONFIRMED
    }
}
