package org.trialog.command.subject.consent;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trialog.command.subject.Held;
import org.trialog.command.subject.Matter;
import org.trialog.events.clinical.Consent;
import org.trialog.events.clinical.ConsentGiver;
import org.trialog.events.clinical.ConsentScope;
import org.trialog.events.clinical.ConsentWithdrawal;
import org.trialog.events.value.DateRange;

/** The consents on record, and those of them that had been withdrawn in full by the day of the record that is judged. */
final class GivenConsents {
    private GivenConsents() {}

    /** Consents proper, also those that were withdrawn. */
    static List<Consent> all(Matter matter) {
        return matter.state().standing(Consent.class).stream()
                .map(Held::details)
                .filter(consent -> !assent(consent))
                .toList();
    }

    /** Those of them that stood on that day. */
    static List<Consent> effective(Matter matter) {
        return standing(matter)
                .map(Held::details)
                .filter(consent -> !assent(consent))
                .toList();
    }

    /** Assents of the child itself that stood on that day. */
    static List<Consent> assents(Matter matter) {
        return standing(matter).map(Held::details).filter(GivenConsents::assent).toList();
    }

    private static Stream<Held<Consent>> standing(Matter matter) {
        return matter.state().standing(Consent.class).stream().filter(held -> !withdrawn(held, matter));
    }

    private static boolean withdrawn(Held<Consent> consent, Matter matter) {
        Optional<DateRange> date = matter.range();
        return date.isPresent()
                && matter.state().standing(ConsentWithdrawal.class).stream()
                        .map(Held::details)
                        .filter(withdrawal -> withdrawal.of().equals(consent.id()))
                        .filter(withdrawal -> withdrawal.scope().contains(ConsentScope.ALL))
                        .flatMap(withdrawal -> matter.range(withdrawal.date()).stream())
                        .anyMatch(withdrawn -> date.get().surelyAfter(withdrawn));
    }

    private static boolean assent(Consent consent) {
        return consent.by() == ConsentGiver.ASSENT;
    }
}
