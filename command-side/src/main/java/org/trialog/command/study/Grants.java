package org.trialog.command.study;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.trialog.command.order.OrderRefused;
import org.trialog.command.order.StudyOrder.GiveGrant;
import org.trialog.command.order.StudyOrder.RevokeGrant;
import org.trialog.command.order.Words;
import org.trialog.events.study.GrantGiven;
import org.trialog.events.study.GrantRevoked;
import org.trialog.events.study.StudyEvent;
import org.trialog.events.value.Role;

/** Who is let into the study (rule 42): a coordinator by site, everybody else as a whole. */
final class Grants {
    private static final int RULE = 42;

    private Grants() {}

    static List<StudyEvent> give(StudyState state, GiveGrant order) {
        Words.require(order.account(), "account");
        if (order.role() == Role.COORDINATOR && order.site() == null) {
            throw OrderRefused.of(RULE, "grant-without-site", "A coordinator works at a site: say which.", "site");
        }
        if (order.role() != Role.COORDINATOR && order.site() != null) {
            throw OrderRefused.of(
                    RULE, "grant-with-site", "Only a coordinator is let in by site: leave it out.", "site");
        }
        if (order.site() != null) {
            state.requireSite(order.site());
        }
        GrantGiven given = new GrantGiven(order.account(), order.role(), order.site());
        return standing(state).contains(given) ? List.of() : List.of(given);
    }

    static List<StudyEvent> revoke(StudyState state, RevokeGrant order) {
        if (!standing(state).contains(new GrantGiven(order.account(), order.role(), order.site()))) {
            throw OrderRefused.of(
                    RULE, "grant-unknown", "That account has no such grant in this study.", "account", "role", "site");
        }
        return List.of(
                new GrantRevoked(order.account(), order.role(), order.site(), Words.require(order.reason(), "reason")));
    }

    private static Set<GrantGiven> standing(StudyState state) {
        Set<GrantGiven> standing = new HashSet<>();
        for (StudyEvent fact : state.conduct()) {
            if (fact instanceof GrantGiven given) {
                standing.add(given);
            } else if (fact instanceof GrantRevoked revoked) {
                standing.remove(new GrantGiven(revoked.account(), revoked.role(), revoked.site()));
            }
        }
        return standing;
    }
}
