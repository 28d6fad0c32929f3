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

    private GestationRules() {}

    public static List<Rule> rules() {
        return List.of(Rule.number(17, "gestation-disagrees")
                .heeding(RecordKind.PREGNANCY)
                .on(Birth.class, GestationRules::disagrees));
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
}
