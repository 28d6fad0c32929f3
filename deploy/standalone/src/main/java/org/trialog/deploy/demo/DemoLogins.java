package org.trialog.deploy.demo;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.trialog.command.access.Access;
import org.trialog.command.access.Access.Change;
import org.trialog.command.access.AccessKind;
import org.trialog.command.door.Account;
import org.trialog.command.door.Account.SiteGrant;
import org.trialog.command.door.AccountChanges;
import org.trialog.command.door.Accounts;
import org.trialog.command.door.SiteGrants;
import org.trialog.command.order.Sender;
import org.trialog.deploy.datadir.Secrets;
import org.trialog.deploy.demo.story.DemoSite;
import org.trialog.deploy.demo.story.DemoStudy;
import org.trialog.events.value.Role;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.Source;

/** One account for each role and site of the demo studies, with generated passwords in a file that only its owner can read. */
public final class DemoLogins {

    private static final String FILE = "logins";

    /** Grants come after the synthetic history, with the time at which they are given. */
    private static final Sender SENDER = new Sender("demo", Role.DATA_MANAGER, null, Source.LOCAL, "demo", null, null);

    private final Accounts accounts;
    private final AccountChanges changes;
    private final SiteGrants grants;

    public DemoLogins(Accounts accounts, AccountChanges changes, SiteGrants grants) {
        this.accounts = accounts;
        this.changes = changes;
        this.grants = grants;
    }

    Path ensure(Secrets secrets) {
        Map<String, String> known = read(secrets);
        Map<String, String> made = new LinkedHashMap<>();
        for (Account account : accounts()) {
            String password = known.get(account.name());
            if (accounts.find(account.name()).isEmpty()) {
                made.put(account.name(), changes.create(account, SENDER, DemoLogins::entered));
            } else if (password == null) {
                // The start that made it was killed before the file was written.
                changes.resetPassword(account.name(), DemoLogins::entered)
                        .ifPresent(fresh -> made.put(account.name(), fresh));
            } else {
                made.put(account.name(), password);
            }
            grants.give(account, SENDER);
        }
        if (!made.equals(known)) {
            secrets.keep(
                    FILE,
                    made.entrySet().stream()
                            .map(login -> login.getKey() + " " + login.getValue())
                            .collect(Collectors.joining("\n")));
        }
        return secrets.file(FILE);
    }

    private static Access entered(AccessKind kind, Change change) {
        return Access.byProgram(kind, SENDER.actor(), change);
    }

    private static Map<String, String> read(Secrets secrets) {
        Map<String, String> known = new LinkedHashMap<>();
        secrets.find(FILE).ifPresent(text -> text.lines()
                .map(line -> line.split(" ", 2))
                .filter(login -> login.length == 2)
                .forEach(login -> known.put(login[0], login[1])));
        return known;
    }

    private static Iterable<Account> accounts() {
        Map<String, Account> wanted = new LinkedHashMap<>();
        Map<SiteId, Set<SiteGrant>> grants = new LinkedHashMap<>();
        for (DemoStudy study : DemoLoader.STUDIES) {
            for (DemoSite site : study.sites()) {
                grants.computeIfAbsent(site.id(), _ -> new LinkedHashSet<>()).add(new SiteGrant(study.id(), site.id()));
            }
        }
        grants.forEach((site, granted) -> {
            String name = "coordinator-" + site.value().toLowerCase(Locale.ROOT);
            wanted.put(name, new Account(name, "Coordinator at " + site, Role.COORDINATOR, granted));
        });
        wanted.put("investigator", new Account("investigator", "Investigator", Role.INVESTIGATOR, Set.of()));
        wanted.put("auditor", new Account("auditor", "Auditor", Role.AUDITOR, Set.of()));
        wanted.put("data-manager", new Account("data-manager", "Data manager", Role.DATA_MANAGER, Set.of()));
        return wanted.values();
    }
}
