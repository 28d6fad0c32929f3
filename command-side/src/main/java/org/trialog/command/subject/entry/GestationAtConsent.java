package org.trialog.command.subject.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Certainty;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Matter;
import org.trialog.events.protocol.EligibilityCriterion;
import org.trialog.events.protocol.GestationWindow;
import org.trialog.events.value.DateRange;

/** Rule 3: a gestational age at consent is that of somebody unborn, and lies within the criterion's. */
final class GestationAtConsent {
    private GestationAtConsent() {}

    static List<Finding> judge(Matter matter, EligibilityCriterion criterion) {
        @Nullable GestationWindow window = criterion.gestation();
        Optional<DateRange> consent = AtConsent.day(matter).or(matter::range);
        if (window == null) {
            return List.of();
        }
        return outside(matter, window, consent).raise(() -> Finding.breach(
                        3,
                        "gestational-age",
                        "The gestational age at consent is not within the protocol's, or cannot be told"
                                + " without the expected date of birth.")
                .with("criterion", criterion.id())
                .with("from", window.from().text())
                .with("to", window.to().text()));
    }

    private static Certainty outside(Matter matter, GestationWindow window, Optional<DateRange> consent) {
        Optional<DateRange> birth = matter.birth();
        if (consent.isEmpty()) {
            return Certainty.POSSIBLY;
        }
        if (birth.isPresent() && birth.get().surelyBefore(consent.get())) {
            return Certainty.SURELY;
        }
        @Nullable LocalDate expected = matter.expectedDate();
        if (expected == null) {
            return Certainty.POSSIBLY;
        }
        DateRange allowed = new DateRange(
                window.from().range(expected).earliest(),
                window.to().range(expected).latest());
        return Certainty.outside(consent.get(), allowed, allowed);
    }
}
