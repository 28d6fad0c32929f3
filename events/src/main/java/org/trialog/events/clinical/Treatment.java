package org.trialog.events.clinical;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.Quantity;

/**
 * A treatment was administered: one dose, or a period of regular doses (SDTM EX).
 *
 * @param date start of the administration
 * @param end end of it, null when it is the same or unknown
 * @param number place in the planned series from 1; null for a period, a booster, or where no series is planned
 * @param amount what was given in total or per {@code frequency}; 0 is a placebo dose
 * @param perKilogram cells per kg of body weight as given, null where doses do not go by weight
 * @param weight kilograms that the dose was computed with
 * @param weighedOn when that weight was taken
 * @param product what was given, as the protocol or the source names it
 */
public record Treatment(
        ClinicalDate date,
        @Nullable ClinicalDate end,
        @Nullable Integer number,
        Quantity amount,
        @Nullable BigDecimal perKilogram,
        @Nullable BigDecimal weight,
        @Nullable ClinicalDate weighedOn,
        @Nullable String route,
        @Nullable String frequency,
        @Nullable String product,
        @Nullable BatchId batch)
        implements ClinicalRecord {}
