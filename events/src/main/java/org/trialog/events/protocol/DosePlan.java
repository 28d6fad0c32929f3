package org.trialog.events.protocol;

import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The planned series of doses of an arm.
 *
 * @param at one offset from the anchor for each dose
 * @param window days before and after the planned day, both included
 * @param perKg cells per kg of body weight, null where doses do not go by weight
 * @param tolerance relative deviation from {@code perKg} that is still as planned, 0.1 = 10 %
 * @param weightNotOlderThan how old the weight may be at the dose
 * @param gestation the gestational ages of a first dose in utero (rule 5); null when there is none
 * @param boosters whether further doses may follow the series as a course of their own
 * @param stagger how far apart first doses of different subjects are (rule 14); null when it does not matter
 * @param observationHours how long a subject is observed after a dose (rule 15); null when the protocol does not say
 */
public record DosePlan(
        int count,
        Anchor anchor,
        List<Period> at,
        @Nullable DayWindow window,
        @Nullable BigDecimal perKg,
        @Nullable BigDecimal tolerance,
        @Nullable Period weightNotOlderThan,
        List<String> routes,
        @Nullable GestationWindow gestation,
        boolean boosters,
        @Nullable Stagger stagger,
        @Nullable Integer observationHours) {

    public DosePlan {
        at = List.copyOf(at);
        routes = routes == null ? List.of() : List.copyOf(routes);
    }
}
