package org.trialog.command.subject.time;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Certainty;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.events.clinical.Birth;
import org.trialog.events.clinical.Pregnancy;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.value.DateRange;
import org.trialog.events.value.GestationalAge;

/** Rule 17, as a doubt: a birth and the dating of the pregnancy that cannot both be right. */
public final class GestationRules {
    private static final int TOLERATED_DAYS = 7;

    private static final int LONGEST_AFTER_TERM_DAYS = 35;

    private GestationRules() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(17, "gestation-disagrees")
                        .heeding(RecordKind.PREGNANCY)
                        .on(Birth.class, GestationRules::disagrees),
                Rule.number(17, "expected-date-implausible").on(Pregnancy.class, GestationRules::implausible));
    }

    /** Compares the gestational age at birth with the one that the expected date gives, a week allowed. */
    private static List<Finding> disagrees(Birth birth, Matter matter) {
        @Nullable GestationalAge age = birth.gestationalAge();
        Optional<LocalDate> expected = matter.last(Pregnancy.class).map(Pregnancy::expectedDate);
        if (age == null || expected.isEmpty()) {
            return List.of();
        }
        DateRange placed = age.range(expected.get());
        DateRange allowed = new DateRange(
                placed.earliest().minusDays(TOLERATED_DAYS), placed.latest().plusDays(TOLERATED_DAYS));
        boolean disagrees = Certainty.outside(birth.age().birth(), allowed, allowed) == Certainty.SURELY;
        return disagrees
                ? List.of(Finding.doubt(
                                17,
                                "gestation-disagrees",
                                "The gestational age at birth and the expected date of birth differ by more than a"
                                        + " week.")
                        .at("gestationalAge")
                        .with("expectedDate", expected.get()))
                : List.of();
    }

    /** On the day of its dating a pregnancy had begun and was not over. */
    private static List<Finding> implausible(Pregnancy pregnancy, Matter matter) {
        LocalDate expected = pregnancy.expectedDate();
        DateRange carried =
                new DateRange(expected.minusDays(GestationalAge.TERM_DAYS), expected.plusDays(LONGEST_AFTER_TERM_DAYS));
        return pregnancy
                                .date()
                                .range()
                                .map(dated -> Certainty.outside(dated, carried, carried))
                                .orElse(Certainty.NO)
                        == Certainty.SURELY
                ? List.of(Finding.doubt(
                                17,
                                "expected-date-implausible",
                                "On the day of its dating the pregnancy had not begun, or should long have been over.")
                        .at("expectedDate"))
                : List.of();
    }
}
