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
 * @param location of the body, for a density {@code l1-l4}, {@code femoral-neck} or {@code total-hip}
 * @param device what measured it
 * @param text the result in words, null when it is a number
 */
public record Measurement(
        ClinicalDate date,
        String code,
        @Nullable BigDecimal value,
        @Nullable String text,
        @Nullable String unit,
        @Nullable RecordId visit,
        @Nullable String location,
        @Nullable String device)
        implements ClinicalRecord, AtVisit {
    /** A value of which neither place nor device matters. */
    public Measurement(
            ClinicalDate date,
            String code,
            @Nullable BigDecimal value,
            @Nullable String text,
            @Nullable String unit,
            @Nullable RecordId visit) {
        this(date, code, value, text, unit, visit, null, null);
    }

    @Override
    public Measurement at(RecordId visited) {
        return new Measurement(date, code, value, text, unit, visited, location, device);
    }
}
