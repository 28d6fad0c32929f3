package org.trialog.command.subject.treatment;

import static org.trialog.events.clinical.RecordKind.ARM_CHANGE;
import static org.trialog.events.clinical.RecordKind.ARM_CHOICE;
import static org.trialog.events.clinical.RecordKind.RANDOMISATION;
import static org.trialog.events.clinical.RecordKind.SHARING;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Certainty;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.command.subject.Surroundings.DosingHold;
import org.trialog.events.clinical.DoseAuthorisation;
import org.trialog.events.clinical.Sharing;
import org.trialog.events.clinical.SharingPurpose;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.DateRange;
import org.trialog.events.value.SiteId;

/** Rule 14: while dosing is held no dose is authorised; one that was given all the same is recorded and flagged. */
public final class HoldRules {
    private HoldRules() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(14, "dosing-held")
                        .heeding(ARM_CHOICE, RANDOMISATION, ARM_CHANGE, SHARING)
                        .on(Treatment.class, (dose, matter) -> held(matter.range(), matter, "date", Finding::doubt)),
                Rule.number(14, "dosing-held")
                        .heeding(ARM_CHOICE, RANDOMISATION, ARM_CHANGE, SHARING)
                        .on(
                                DoseAuthorisation.class,
                                (planned, matter) -> held(
                                        Optional.of(DateRange.on(planned.plannedOn())),
                                        matter,
                                        "plannedOn",
                                        Finding::wrong)));
    }

    private static List<Finding> held(Optional<DateRange> day, Matter matter, String field, Severity severity) {
        if (day.isEmpty()) {
            return List.of();
        }
        @Nullable ArmId arm = matter.armId().orElse(null);
        Set<SiteId> sites = dosingSites(matter, day.get());
        return matter.surroundings().holds().stream()
                .filter(hold -> hold.arm() == null || hold.arm().equals(arm))
                .filter(hold -> hold.site() == null || sites.contains(hold.site()))
                .flatMap(hold -> during(hold, day.get())
                        .raise(() -> severity.finding(
                                        14,
                                        "dosing-held",
                                        "Dosing is held since %s: wait until it is resumed.".formatted(hold.since()))
                                .at(field)
                                .with("hold", hold.id()))
                        .stream())
                .toList();
    }

    /** Those that the subject is shared with for its doses on that day; without any, the site that follows it. */
    private static Set<SiteId> dosingSites(Matter matter, DateRange day) {
        Set<SiteId> shared = matter.state().standing(Sharing.class).stream()
                .map(held -> held.details())
                .filter(sharing -> sharing.purpose() == SharingPurpose.DOSING && open(sharing, matter, day))
                .map(Sharing::site)
                .collect(Collectors.toSet());
        @Nullable SiteId own = matter.site();
        return shared.isEmpty() && own != null ? Set.of(own) : shared;
    }

    private static boolean open(Sharing sharing, Matter matter, DateRange day) {
        boolean begun = matter.range(sharing.date())
                .map(from -> !day.surelyBefore(from))
                .orElse(true);
        boolean over = sharing.through() != null
                && matter.range(sharing.through()).map(day::surelyAfter).orElse(false);
        return begun && !over;
    }

    private static Certainty during(DosingHold hold, DateRange day) {
        @Nullable LocalDate until = hold.until();
        Certainty begun = Certainty.after(day, DateRange.on(hold.since().minusDays(1)));
        return until == null ? begun : begun.and(Certainty.before(day, DateRange.on(until)));
    }
}
