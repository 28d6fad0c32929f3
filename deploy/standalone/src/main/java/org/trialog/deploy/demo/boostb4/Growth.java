package org.trialog.deploy.demo.boostb4;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.trialog.events.clinical.Measurement;
import org.trialog.events.value.ClinicalDate;

/**
 * A made-up child's growth: small, as children with a severe form are, and steady.
 *
 * @param size 1 for the middle one of the demonstration
 */
record Growth(LocalDate birth, double size) {

    BigDecimal kilograms(LocalDate day) {
        double months = months(day);
        double weight = months < 12 ? 2.8 + 0.40 * months : 7.6 + 0.13 * (months - 12);
        return rounded(weight * size);
    }

    BigDecimal centimetres(LocalDate day) {
        double months = months(day);
        double height = months < 12 ? 45 + 1.4 * months : 61.8 + 0.40 * (months - 12);
        return rounded(height * (0.5 + size / 2));
    }

    Measurement weight(LocalDate day) {
        return new Measurement(ClinicalDate.on(day), "weight", kilograms(day), null, "kg", null);
    }

    Measurement height(LocalDate day) {
        return new Measurement(ClinicalDate.on(day), "height", centimetres(day), null, "cm", null);
    }

    /** Bone density of the lumbar spine, from the age of one year on; null before. */
    @Nullable
    Measurement boneDensity(LocalDate day) {
        double months = months(day);
        return months < 12
                ? null
                : new Measurement(
                        ClinicalDate.on(day),
                        "bone-density-l1-l4",
                        BigDecimal.valueOf((0.14 + 0.0025 * months) * size).setScale(3, RoundingMode.HALF_EVEN),
                        null,
                        "g/cm2",
                        null);
    }

    private double months(LocalDate day) {
        return Math.max(0, ChronoUnit.DAYS.between(birth, day)) / 30.4375;
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_EVEN);
    }
}
