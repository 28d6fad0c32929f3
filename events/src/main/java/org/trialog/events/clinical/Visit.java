package org.trialog.events.clinical;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.ClinicalDate;

/**
 * A visit was made.
 *
 * @param date its day, or first day
 * @param code the planned visit of the protocol; null for an unscheduled one
 * @param number the source's visit number, null when entered here
 * @param name the source's name of the visit, null when entered here
 */
public record Visit(
        ClinicalDate date,
        @Nullable ClinicalDate end,
        @Nullable String code,
        @Nullable BigDecimal number,
        @Nullable String name,
        VisitType type,
        VisitMode mode)
        implements ClinicalRecord {}
