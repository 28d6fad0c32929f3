package org.trialog.command.subject.entry;

import java.util.Objects;
import java.util.Optional;
import org.trialog.command.subject.Held;
import org.trialog.command.subject.Matter;
import org.trialog.events.clinical.Consent;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.value.DateRange;

/** Eligibility is judged as of the first consent: by its day, and by the version of the protocol that it is to. */
final class AtConsent {
    private AtConsent() {}

    static Protocol protocol(Matter matter) {
        return version(matter)
                .flatMap(version -> matter.surroundings().protocol(version))
                .orElseGet(matter::protocol);
    }

    /** Empty when no consent says. */
    static Optional<Integer> version(Matter matter) {
        return matter.state().standing(Consent.class).stream()
                .map(held -> held.details().protocolVersion())
                .filter(Objects::nonNull)
                .findFirst();
    }

    static Optional<DateRange> day(Matter matter) {
        return matter.state().standing(Consent.class).stream()
                .findFirst()
                .map(Held::details)
                .flatMap(consent -> matter.range(consent.date()));
    }
}
