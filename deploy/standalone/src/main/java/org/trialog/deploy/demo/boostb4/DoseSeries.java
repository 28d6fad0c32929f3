package org.trialog.deploy.demo.boostb4;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.Quantity;

/**
 * The days of a child's doses, four months apart, mostly inside the protocol's window.
 *
 * @param days by number from 1; a missed dose stands with the day on which it was due
 * @param missed number of the dose that was missed, 0 for none
 */
record DoseSeries(List<LocalDate> days, int missed) {

    private static final BigDecimal PER_KILOGRAM = new BigDecimal("3000000");

    /** @param child whose story decides which dose falls out of the ordinary */
    static DoseSeries of(TreatedChild child, Random random) {
        int given = child.subject().value().equals("SE-004") ? 2 : 4;
        List<LocalDate> days = new ArrayList<>();
        for (int number = 1; number <= given; number++) {
            LocalDate planned = child.firstDose().plusMonths(4L * (number - 1));
            int jitter = number == 1 ? 0 : random.nextInt(19) - 9;
            days.add(planned.plusDays(outOfWindow(child, number) == 0 ? jitter : outOfWindow(child, number)));
        }
        return new DoseSeries(List.copyOf(days), child.subject().value().equals("NL-002") ? 3 : 0);
    }

    /** Two doses lay outside their window: one for the pandemic, one to suit a journey. */
    private static int outOfWindow(TreatedChild child, int number) {
        return switch (child.subject().value() + "#" + number) {
            case "DE-001#2" -> 23;
            case "UK-002#4" -> -17;
            default -> 0;
        };
    }

    LocalDate day(int number) {
        return days.get(number - 1);
    }

    LocalDate last() {
        return days.getLast();
    }

    /**
     * @param date when it was given, as recorded
     * @param perKilogram as a share of the plan, 1 for exactly as planned
     * @param weighedOn when the weight was taken
     * @param route one of the protocol's
     */
    static Treatment dose(
            int number,
            ClinicalDate date,
            @Nullable ClinicalDate end,
            BigDecimal kilograms,
            LocalDate weighedOn,
            double perKilogram,
            String route,
            BatchId batch) {
        BigDecimal perKg = PER_KILOGRAM
                .multiply(BigDecimal.valueOf(perKilogram))
                .divide(new BigDecimal("10000"), 0, RoundingMode.HALF_EVEN)
                .multiply(new BigDecimal("10000"));
        BigDecimal cells = perKg.multiply(kilograms).setScale(0, RoundingMode.HALF_EVEN);
        return new Treatment(
                date,
                end,
                number,
                new Quantity(cells, "cells"),
                perKg,
                kilograms,
                ClinicalDate.on(weighedOn),
                route,
                null,
                Batches.PRODUCT,
                batch);
    }
}
