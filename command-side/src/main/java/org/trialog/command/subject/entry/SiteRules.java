package org.trialog.command.subject.entry;

import static org.trialog.events.clinical.RecordKind.SCREENING;
import static org.trialog.events.clinical.RecordKind.SHARING;
import static org.trialog.events.clinical.RecordKind.TRANSFER;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Certainty;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Held;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.command.subject.Surroundings.SiteStanding;
import org.trialog.events.clinical.Screening;
import org.trialog.events.clinical.Sharing;
import org.trialog.events.clinical.Transfer;
import org.trialog.events.value.DateRange;
import org.trialog.events.value.SiteId;

/** A subject is screened at, shared with and moved to a site of the study that is open on that day. */
public final class SiteRules {
    private SiteRules() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(0, "site-unknown", "site-closed")
                        .on(EnumSet.of(SCREENING, SHARING, TRANSFER), SiteRules::notOpen),
                Rule.number(0, "transfer-to-own-site").on(Transfer.class, SiteRules::toOwnSite));
    }

    private static List<Finding> notOpen(Matter matter) {
        return switch (matter.details()) {
            case Screening screening -> notOpen(screening.site(), "site", matter);
            case Sharing sharing -> notOpen(sharing.site(), "site", matter);
            case Transfer transfer -> notOpen(transfer.to(), "to", matter);
            default -> List.of();
        };
    }

    private static List<Finding> notOpen(SiteId site, String field, Matter matter) {
        @Nullable SiteStanding standing = matter.surroundings().sites().get(site);
        if (standing == null) {
            return List.of(Finding.wrong(0, "site-unknown", "The study has no open site of that code.")
                    .at(field)
                    .with("site", site));
        }
        @Nullable LocalDate closedOn = standing.closedOn();
        Optional<DateRange> date = matter.range();
        if (closedOn == null || date.isEmpty()) {
            return List.of();
        }
        return Certainty.after(date.get(), DateRange.on(closedOn.minusDays(1))).raise(() -> Finding.wrong(
                        0, "site-closed", "That site was closed by then: it takes no subject, choose another.")
                .at(field)
                .with("site", site)
                .with("closed", closedOn));
    }

    private static List<Finding> toOwnSite(Transfer transfer, Matter matter) {
        Optional<SiteId> before = matter.earlier(Transfer.class).stream()
                .map(Held::details)
                .map(Transfer::to)
                .reduce((older, newer) -> newer)
                .or(() -> matter.last(Screening.class).map(Screening::site));
        return before.filter(transfer.to()::equals).isPresent()
                ? List.of(Finding.wrong(
                                0, "transfer-to-own-site", "The subject is at that site already: name the new one.")
                        .at("to")
                        .with("site", transfer.to()))
                : List.of();
    }
}
