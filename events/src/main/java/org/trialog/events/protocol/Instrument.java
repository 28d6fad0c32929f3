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
 * @param subscales parts of the total
 * @param decimals whether answers and totals can lie between whole numbers, as on a visual analogue scale
 */
public record Instrument(
        String id,
        String version,
        List<Item> items,
        BigDecimal minimum,
        BigDecimal maximum,
        @Nullable String unit,
        Direction direction,
        @Nullable Integer required,
        List<Subscale> subscales,
        boolean decimals) {

    public Instrument {
        items = items == null ? List.of() : List.copyOf(items);
        subscales = subscales == null ? List.of() : List.copyOf(subscales);
    }

    /**
     * One question with the range of its answers.
     *
     * @param values the only answers that there are, where they are few; empty means every whole number of the range
     * @param alternativeTo the item in whose place this one is answered: 5b of the ALSFRS-R in place of 5a
     */
    public record Item(
            String id,
            BigDecimal minimum,
            BigDecimal maximum,
            List<BigDecimal> values,
            @Nullable String alternativeTo) {

        public Item {
            values = values == null ? List.of() : List.copyOf(values);
        }
    }

    /** A part of the total with a name of its own: WOMAC pain. */
    public record Subscale(String id, List<String> items) {}

    /** Which way is better. */
    public enum Direction {
        @JsonProperty("higher-better")
        HIGHER_BETTER,
        @JsonProperty("lower-better")
        LOWER_BETTER
    }
}
