package org.trialog.command.subject.consent;

import java.time.Period;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.trialog.command.judgement.Certainty;
import org.trialog.command.subject.Matter;
import org.trialog.events.clinical.Consent;
import org.trialog.events.clinical.ConsentGiver;
import org.trialog.events.clinical.Pregnancy;
import org.trialog.events.value.DateRange;

/**
 * Who can consent for the subject on a day. Where the record leaves it open, everybody who could.
 *
 * @param born whether the subject was surely born by then
 */
record RightPerson(Set<ConsentGiver> persons, boolean born) {

    static RightPerson at(DateRange date, Matter matter) {
        Optional<DateRange> birth = matter.birth();
        if (birth.isEmpty()) {
            return new RightPerson(
                    matter.has(Pregnancy.class) ? EnumSet.of(ConsentGiver.PREGNANT_WOMAN) : anybody(), false);
        }
        return switch (Certainty.before(date, birth.get())) {
            case SURELY -> new RightPerson(EnumSet.of(ConsentGiver.PREGNANT_WOMAN), false);
            case POSSIBLY -> new RightPerson(anybody(), false);
            case NO ->
                new RightPerson(
                        afterBirth(
                                date,
                                birth.get(),
                                matter.protocol().consentAges().majority()),
                        true);
        };
    }

    /** A guardian's consent counts from the birth on: before it the pregnant woman is asked. */
    boolean gave(Consent consent, Matter matter) {
        boolean beforeBirth = born
                && consent.by() == ConsentGiver.GUARDIAN
                && matter.birth()
                        .flatMap(birth -> matter.range(consent.date()).map(date -> date.surelyBefore(birth)))
                        .orElse(false);
        return persons.contains(consent.by()) && !beforeBirth;
    }

    private static Set<ConsentGiver> afterBirth(DateRange date, DateRange birth, Period age) {
        DateRange majority =
                new DateRange(birth.earliest().plus(age), birth.latest().plus(age));
        return Certainty.before(date, majority) == Certainty.SURELY
                ? EnumSet.of(ConsentGiver.GUARDIAN)
                : EnumSet.of(ConsentGiver.GUARDIAN, ConsentGiver.SUBJECT);
    }

    private static Set<ConsentGiver> anybody() {
        return EnumSet.of(ConsentGiver.SUBJECT, ConsentGiver.GUARDIAN, ConsentGiver.PREGNANT_WOMAN);
    }
}
