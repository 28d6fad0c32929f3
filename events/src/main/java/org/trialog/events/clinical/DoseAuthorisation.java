package org.trialog.events.clinical;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.ClinicalDate;

/**
 * A dose was authorised before it is given: judged strictly, no deviation opens it (rules 11, 12 and 14).
 *
 * @param date when it was authorised
 * @param plannedOn the day on which it is to be given
 * @param number place in the planned series from 1; null for a booster
 */
public record DoseAuthorisation(
        ClinicalDate date,
        LocalDate plannedOn,
        @Nullable Integer number,
        @Nullable BatchId batch) implements ClinicalRecord {}
