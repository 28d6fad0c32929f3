package org.trialog.command.subject.consent;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Certainty;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.events.clinical.Consent;
import org.trialog.events.value.DateRange;

/** Rule 2: consent to a version that its site no longer went by on that day is flagged. */
public final class ConsentVersion {
    private ConsentVersion() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(0, "protocol-version-unknown").on(Consent.class, ConsentVersion::unknown),
                Rule.number(2, "superseded-version").on(Consent.class, ConsentVersion::superseded));
    }

    private static List<Finding> unknown(Consent consent, Matter matter) {
        @Nullable Integer version = consent.protocolVersion();
        return version != null && matter.surroundings().protocol(version).isEmpty()
                ? List.of(Finding.wrong(
                                0,
                                "protocol-version-unknown",
                                "The protocol has no such version: see the consent form.")
                        .at("protocolVersion")
                        .with("version", version))
                : List.of();
    }

    private static List<Finding> superseded(Consent consent, Matter matter) {
        @Nullable Integer version = consent.protocolVersion();
        Optional<DateRange> date = matter.range();
        if (version == null || date.isEmpty()) {
            return List.of();
        }
        int then = inForce(matter, date.get().earliest());
        int atLatest = inForce(matter, date.get().latest());
        Certainty superseded =
                version < then ? Certainty.SURELY : version < atLatest ? Certainty.POSSIBLY : Certainty.NO;
        return superseded.raise(() -> Finding.doubt(
                        2,
                        "superseded-version",
                        "The consent is to a protocol version that has been superseded: is consent to be renewed?")
                .at("protocolVersion")
                .with("version", version)
                .with("inForce", atLatest));
    }

    private static int inForce(Matter matter, LocalDate day) {
        return matter.surroundings().protocol(matter.site(), day).version();
    }
}
