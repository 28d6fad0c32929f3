package org.trialog.command.sdtm.mapping;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.trialog.events.clinical.Birth;
import org.trialog.events.value.AgeOn;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.DateRange;

/** Birth and age of a dm row. The birth date is sealed; without one the age leaves an interval of births. */
final class AgeOfRow {

    private static final int ADULT = 18;
    private static final int OLDEST = 150;

    private AgeOfRow() {}

    static void birth(RowActs row) {
        Part part = row.part("birth");
        LocalDate on = part.otherDay("RFSTDTC");
        if (on == null) {
            on = part.otherDay("DMDTC");
        }
        ClinicalDate born = part.otherDate("BRTHDTC");
        if (born == null || born.range().isEmpty()) {
            born = on == null ? null : fromAge(part, on);
        }
        if (born == null) {
            return;
        }
        DateRange birth = born.range().orElseThrow();
        LocalDate day = on == null ? birth.latest() : on;
        part.make(new Birth(part.sealed(born), AgeOn.of(birth, day), null, sex(part)));
    }

    /** SDTM does not say who consented: under 18 years of age it was a guardian. */
    static boolean minor(Part part) {
        String age = part.text("AGE");
        Period unit = unit(part.text("AGEU"));
        return SdtmText.isNumber(age)
                && unit != null
                && SdtmText.number(String.valueOf(age)).intValue() * unit.toTotalMonths() < ADULT * 12L;
    }

    private static @Nullable ClinicalDate fromAge(Part part, LocalDate on) {
        String age = part.text("AGE");
        Period unit = unit(part.text("AGEU"));
        if (age == null) {
            return null;
        }
        if (unit == null
                || !SdtmText.isNumber(age)
                || outOfRange(SdtmText.number(age).intValue(), unit)) {
            part.flag("AGE", 0, "age-not-understood");
            return null;
        }
        int whole = SdtmText.number(age).intValue();
        LocalDate latest = on.minus(unit.multipliedBy(whole));
        LocalDate earliest = on.minus(unit.multipliedBy(whole + 1)).plusDays(1);
        return ClinicalDate.within(new DateRange(earliest, latest));
    }

    private static boolean outOfRange(int age, Period unit) {
        return age < 0 || (long) age * Math.max(1, unit.toTotalMonths()) > OLDEST * 12L * 31L;
    }

    private static @Nullable Period unit(@Nullable String unit) {
        return switch (unit == null ? "YEARS" : SdtmText.upper(unit)) {
            case "YEARS" -> Period.ofYears(1);
            case "MONTHS" -> Period.ofMonths(1);
            case "WEEKS" -> Period.ofWeeks(1);
            case "DAYS" -> Period.ofDays(1);
            default -> null;
        };
    }

    private static @Nullable String sex(Part part) {
        String sex = part.text("SEX");
        return "F".equals(sex) || "M".equals(sex) ? sex : null;
    }
}
