package org.trialog.events.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scored questionnaire or scale.
 *
 * @param items none where only a total is recorded
 * @param minimum of the total
 * @param maximum of the total
 * @param required how many items must be answered for a total; null means all, 0 that a total stands by itself
 */
public record Instrument(
        String id,
        String version,
        List<Item> items,
        BigDecimal minimum,
        BigDecimal maximum,
        @Nullable String unit,
        Direction direction,
        @Nullable Integer required) {

    public Instrument {
        items = items == null ? List.of() : List.copyOf(items);
    }

    /** One question with the range of its answers. */
    public record Item(String id, BigDecimal minimum, BigDecimal maximum) {}

    /** Which way is better. */
    public enum Direction {
        @JsonProperty("higher-better")
        HIGHER_BETTER,
        @JsonProperty("lower-better")
        LOWER_BETTER
    }
}
