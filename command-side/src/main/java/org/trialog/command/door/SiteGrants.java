package org.trialog.command.door;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trialog.command.door.Account.SiteGrant;
import org.trialog.command.order.Orders;
import org.trialog.command.order.Sender;
import org.trialog.command.order.StudyOrder.GiveGrant;
import org.trialog.command.order.StudyOrder.RevokeGrant;
import org.trialog.command.problem.Problem;
import org.trialog.events.value.Role;
import org.trialog.events.value.Token;

/** Lets an account into the sites that it is created with: facts of their studies, given by who creates it. */
public final class SiteGrants {

    private final JdbcClient database;
    private final Orders orders;

    public SiteGrants(JdbcClient database, Orders orders) {
        this.database = database;
        this.orders = orders;
    }

    /** @throws Problem when a study or a site is not there, or the role works at no site */
    public void check(Account account) {
        if (!account.sites().isEmpty() && account.role() != Role.COORDINATOR) {
            throw new Problem(422, "grant-with-site", "Only a coordinator is let in by site.", 42, List.of("sites"));
        }
        account.sites().stream().filter(site -> !isThere(site)).findAny().ifPresent(missing -> {
            throw new Problem(
                    422,
                    "site-unknown",
                    "The study %s has no site %s: open it first.".formatted(missing.study(), missing.site()),
                    null,
                    List.of("sites"));
        });
    }

    /** Gives those that do not stand already: all of them, or what was given is taken back. */
    public void give(Account account, Sender sender) {
        List<SiteGrant> given = new ArrayList<>();
        try {
            for (SiteGrant site : account.sites()) {
                if (!stands(account, site)) {
                    orders.carryOut(new GiveGrant(site.study(), account.name(), account.role(), site.site()), sender);
                    given.add(site);
                }
            }
        } catch (RuntimeException refused) {
            given.forEach(site -> takeBack(account, site, sender, refused));
            throw refused;
        }
    }

    private void takeBack(Account account, SiteGrant site, Sender sender, RuntimeException refused) {
        try {
            orders.carryOut(
                    new RevokeGrant(
                            site.study(), account.name(), account.role(), site.site(), "another site was refused"),
                    sender);
        } catch (RuntimeException failed) {
            refused.addSuppressed(failed);
        }
    }

    private boolean stands(Account account, SiteGrant grant) {
        return database.sql("""
            select exists (select from store.grant where study = ? and account = ? and role = ? and site = ?)
            """)
                .params(
                        grant.study().value(),
                        account.name(),
                        Token.of(account.role()),
                        grant.site().value())
                .query(Boolean.class)
                .single();
    }

    private boolean isThere(SiteGrant grant) {
        return database.sql("select exists (select from store.site where study = ? and site = ?)")
                .params(grant.study().value(), grant.site().value())
                .query(Boolean.class)
                .single();
    }
}
