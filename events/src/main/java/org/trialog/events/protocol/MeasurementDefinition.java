package org.trialog.events.protocol;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A measurement of the study, with its unit and plausible range: outside it is flagged, not refused.
 */
public record MeasurementDefinition(
        String code,
        String unit,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum) {}
