package org.trialog.command.study;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.trialog.command.order.OrderRefused;
import org.trialog.command.order.StudyOrder.ActivateProtocol;
import org.trialog.command.order.StudyOrder.CloseSite;
import org.trialog.command.order.StudyOrder.OpenSite;
import org.trialog.command.order.Words;
import org.trialog.events.study.ProtocolActivatedAtSite;
import org.trialog.events.study.SiteClosed;
import org.trialog.events.study.SiteOpened;
import org.trialog.events.study.StudyEvent;
import org.trialog.events.value.SiteId;

/** Sites: opened once, closed once, and going from one approved protocol version to a later one. */
final class Sites {

    private Sites() {}

    static List<StudyEvent> open(StudyState state, OpenSite order) {
        SiteOpened opened = new SiteOpened(order.site(), order.name(), order.zone(), order.country());
        SiteOpened known = state.sites().get(order.site());
        if (known == null) {
            return List.of(opened);
        }
        if (known.equals(opened)) {
            return List.of();
        }
        throw OrderRefused.of(
                null, "site-open-already", "That site is open already, and not as described here.", "site");
    }

    static List<StudyEvent> close(StudyState state, CloseSite order, LocalDate today) {
        state.requireSite(order.site());
        SiteClosed closed = new SiteClosed(order.site(), order.closedOn(), Words.require(order.reason(), "reason"));
        Optional<SiteClosed> known = state.closing(order.site());
        if (known.isPresent()) {
            if (known.get().equals(closed)) {
                return List.of();
            }
            throw OrderRefused.of(
                    null,
                    "site-closed-already",
                    "That site was closed on %s.".formatted(known.get().closedOn()),
                    "site");
        }
        if (order.closedOn().isAfter(today)) {
            throw OrderRefused.of(
                    null,
                    "closing-in-future",
                    "A site's closing is recorded once it has closed: today is %s.".formatted(today),
                    "closedOn");
        }
        return List.of(closed);
    }

    static List<StudyEvent> activate(StudyState state, ActivateProtocol order, LocalDate today) {
        state.requireSite(order.site());
        state.closing(order.site()).ifPresent(closed -> {
            throw OrderRefused.of(
                    null,
                    "site-closed",
                    "That site was closed on %s and takes up no protocol any more.".formatted(closed.closedOn()),
                    "site");
        });
        if (state.protocol(order.version()).isEmpty()) {
            throw OrderRefused.of(
                    null,
                    "protocol-version-unpublished",
                    "Version %d is not published: publish it first.".formatted(order.version()),
                    "version");
        }
        ProtocolActivatedAtSite activated =
                new ProtocolActivatedAtSite(order.site(), order.version(), order.approvedOn(), order.activeFrom());
        List<ProtocolActivatedAtSite> before = activations(state, order.site());
        if (before.contains(activated)) {
            return List.of();
        }
        approved(order, today);
        if (!before.isEmpty()) {
            later(order, before.getLast());
        }
        return List.of(activated);
    }

    private static List<ProtocolActivatedAtSite> activations(StudyState state, SiteId site) {
        return state.facts(ProtocolActivatedAtSite.class).stream()
                .filter(activated -> activated.site().equals(site))
                .toList();
    }

    private static void approved(ActivateProtocol order, LocalDate today) {
        if (order.approvedOn().isAfter(today)) {
            throw OrderRefused.of(
                    null,
                    "approval-in-future",
                    "An approval is recorded once it is given: today is %s.".formatted(today),
                    "approvedOn");
        }
        if (order.activeFrom().isBefore(order.approvedOn())) {
            throw OrderRefused.of(
                    null,
                    "active-before-approval",
                    "A site goes by a version from its approval on, not before.",
                    "activeFrom",
                    "approvedOn");
        }
    }

    /** What the site has gone by is never changed behind the decisions that were made by it. */
    private static void later(ActivateProtocol order, ProtocolActivatedAtSite last) {
        if (order.version() <= last.version()) {
            throw OrderRefused.of(
                    null,
                    "protocol-version-not-later",
                    "The site goes by version %d from %s: only a later one can follow."
                            .formatted(last.version(), last.activeFrom()),
                    "version");
        }
        if (!order.activeFrom().isAfter(last.activeFrom())) {
            throw OrderRefused.of(
                    null,
                    "active-before-the-last",
                    "The site goes by version %d from %s: a later version follows after that day."
                            .formatted(last.version(), last.activeFrom()),
                    "activeFrom");
        }
    }
}
