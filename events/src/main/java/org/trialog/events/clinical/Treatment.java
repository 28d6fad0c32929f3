package org.trialog.events.clinical;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialog.events.personal.Personal;
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
 * @param targets where it was put, several in a session; empty for one that goes into the blood
 * @param guidance imaging that guided it, for example {@code ultrasound}
 * @param completeness null where the source does not say
 * @param weightMethod null means measured
 * @param observedHours how long the subject was observed afterwards (rule 15)
 * @param justification why a batch that is out of specification was given all the same (rule 12)
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
        @Nullable BatchId batch,
        List<Target> targets,
        @Nullable String guidance,
        @Nullable DoseCompleteness completeness,
        @Nullable WeightMethod weightMethod,
        @Nullable BigDecimal observedHours,
        @Nullable Personal<String> justification)
        implements ClinicalRecord {

    public Treatment {
        targets = targets == null ? List.of() : List.copyOf(targets);
    }

    /** A dose or a period of which no more is said. */
    public Treatment(
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
            @Nullable BatchId batch) {
        this(
                date,
                end,
                number,
                amount,
                perKilogram,
                weight,
                weighedOn,
                route,
                frequency,
                product,
                batch,
                List.of(),
                null,
                null,
                null,
                null,
                null);
    }
}
