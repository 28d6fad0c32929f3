package org.trialog.events.clinical;

import org.jspecify.annotations.Nullable;
import org.trialog.events.personal.Personal;
import org.trialog.events.value.AgeOn;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.GestationalAge;

/**
 * The subject was born. The date is personal; the age beside it is what rules and outcomes use.
 *
 * @param gestationalAge at birth, if known
 * @param sex {@code F}, {@code M} or null when not recorded
 */
public record Birth(
        Personal<ClinicalDate> birthDate,
        AgeOn age,
        @Nullable GestationalAge gestationalAge,
        @Nullable String sex) implements ClinicalRecord {

    @Override
    public ClinicalDate date() {
        return ClinicalDate.within(age.birth());
    }
}
