package org.trialog.command.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trialog.command.door.Account.SiteGrant;
import org.trialog.command.order.Sender;
import org.trialog.command.problem.Problem;
import org.trialog.events.value.Role;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.Source;
import org.trialog.events.value.StudyId;

/** Says who sends an order: always the authenticated account, never the body of a request. */
public final class Senders {

    /** What program sends it; {@code page} marks our own pages. */
    private static final String CLIENT_HEADER = "Trialog-Client";

    private static final int LONGEST_CLIENT = 80;

    private Senders() {}

    /** A sender of orders to a study or a batch. */
    public static Sender of(Account account, HttpServletRequest request) {
        return sender(account, null, request);
    }

    /** A sender of orders to a subject: at a site for a coordinator, from the whole study for everybody else. */
    public static Sender toSubject(@Nullable SiteId site, StudyId study, Account account, HttpServletRequest request) {
        return account.role() == Role.COORDINATOR ? at(site, study, account, request) : of(account, request);
    }

    /**
     * A sender of orders to a subject: a coordinator, at one of the coordinator's sites of the study.
     *
     * @param site where it was performed; may be left out by a coordinator of one site
     */
    private static Sender at(@Nullable SiteId site, StudyId study, Account account, HttpServletRequest request) {
        Set<SiteId> own = account.sites().stream()
                .filter(grant -> grant.study().equals(study))
                .map(SiteGrant::site)
                .collect(Collectors.toSet());
        if (own.isEmpty()) {
            throw Problem.unknown("study", study.value());
        }
        if (site == null && own.size() > 1) {
            throw Problem.malformed(
                    "site-needed",
                    "You work at several sites of this study: say at which one with ?site=, one of " + own + ".",
                    List.of("site"));
        }
        SiteId performing = site == null ? own.iterator().next() : site;
        if (!own.contains(performing)) {
            throw Problem.unknown("site", performing.value());
        }
        return sender(account, performing, request);
    }

    private static Sender sender(Account account, @Nullable SiteId site, HttpServletRequest request) {
        String client = request.getHeader(CLIENT_HEADER);
        Source source =
                account.name().startsWith("local:") ? Source.LOCAL : "page".equals(client) ? Source.PAGE : Source.API;
        return new Sender(account.name(), account.role(), site, source, shortened(client), null, null);
    }

    private static @Nullable String shortened(@Nullable String client) {
        return client == null || client.length() <= LONGEST_CLIENT ? client : client.substring(0, LONGEST_CLIENT);
    }
}
