package org.trialog.events.clinical;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.RecordId;

/**
 * A single measured value: weight, height, bone density.
 *
 * @param code as the protocol or the source names it
 * @param value null when the source's result is not a number (kept in {@code text})
 * @param text the result in words, null when it is a number
 */
public record Measurement(
        ClinicalDate date,
        String code,
        @Nullable BigDecimal value,
        @Nullable String text,
        @Nullable String unit,
        @Nullable RecordId visit)
        implements ClinicalRecord, AtVisit {
    @Override
    public Measurement at(RecordId visited) {
        return new Measurement(date, code, value, text, unit, visited);
    }
}
