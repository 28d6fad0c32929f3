package org.trialog.events.protocol;

import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A measurement of the study, with its unit. A value outside the plausible range is flagged, one outside what is possible is
 * refused (rule 30).
 *
 * @param minimum least plausible value, where no age says otherwise
 * @param maximum greatest plausible value, where no age says otherwise
 * @param ages plausible ranges by age, youngest first
 * @param leastPossible null: nothing below zero where nothing below zero is plausible
 * @param mostPossible null when there is no such limit
 * @param decimals how many decimals a value has at most; null when that does not matter
 */
public record MeasurementDefinition(
        String code,
        String unit,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum,
        List<AgeRange> ages,
        @Nullable BigDecimal leastPossible,
        @Nullable BigDecimal mostPossible,
        @Nullable Integer decimals) {

    public MeasurementDefinition {
        ages = ages == null ? List.of() : List.copyOf(ages);
    }

    /**
     * What is plausible up to an age.
     *
     * @param below exclusive upper limit of the age
     */
    public record AgeRange(
            Period below,
            @Nullable BigDecimal minimum,
            @Nullable BigDecimal maximum) {}
}
