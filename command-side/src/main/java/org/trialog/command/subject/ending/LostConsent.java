package org.trialog.command.subject.ending;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.trialog.command.subject.Held;
import org.trialog.command.subject.SubjectState;
import org.trialog.events.clinical.Consent;
import org.trialog.events.clinical.ConsentGiver;
import org.trialog.events.clinical.ConsentScope;
import org.trialog.events.clinical.ConsentWithdrawal;
import org.trialog.events.clinical.Withdrawal;
import org.trialog.events.clinical.WithdrawalKind;
import org.trialog.events.value.ClinicalDate;

/**
 * Consent, or a part of it, was withdrawn.
 *
 * @param ofAssent it was the child's own: its assent given again reopens
 */
record LostConsent(ClinicalDate date, Set<ConsentScope> scope, boolean ofAssent) {

    /** Also by leaving the study with the consent, which is a withdrawal of all of it. */
    static List<LostConsent> all(SubjectState state) {
        List<LostConsent> lost = new ArrayList<>();
        for (Held<Withdrawal> held : state.standing(Withdrawal.class)) {
            if (held.details().kind() == WithdrawalKind.CONSENT) {
                lost.add(new LostConsent(held.details().date(), Set.of(ConsentScope.ALL), false));
            }
        }
        for (Held<ConsentWithdrawal> held : state.standing(ConsentWithdrawal.class)) {
            ConsentWithdrawal withdrawal = held.details();
            boolean ofAssent = state.record(withdrawal.of())
                    .filter(of -> of.details() instanceof Consent consent && consent.by() == ConsentGiver.ASSENT)
                    .isPresent();
            lost.add(new LostConsent(withdrawal.date(), withdrawal.scope(), ofAssent));
        }
        return lost;
    }

    boolean givenAgainBy(Consent consent) {
        return ofAssent == (consent.by() == ConsentGiver.ASSENT);
    }
}
