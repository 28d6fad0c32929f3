package org.trialog.command.door;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionOperations;
import org.trialog.command.access.Access;
import org.trialog.command.access.Access.Change;
import org.trialog.command.access.AccessKind;
import org.trialog.command.access.AccessLog;
import org.trialog.command.order.Sender;
import org.trialog.events.value.Token;

/** Changes of accounts, each in one transaction with its entry in the access log (rule 42). */
public final class AccountChanges {

    private final Accounts accounts;
    private final SiteGrants grants;
    private final AccessLog log;
    private final TransactionOperations transactions;

    public AccountChanges(Accounts accounts, SiteGrants grants, AccessLog log, TransactionOperations transactions) {
        this.accounts = accounts;
        this.grants = grants;
        this.log = log;
        this.transactions = transactions;
    }

    /**
     * Makes an account and lets it into its sites; when one of them refuses, there is no account.
     *
     * @param entered makes the entry of the log
     * @return its password, shown this once
     */
    public String create(Account account, Sender sender, BiFunction<AccessKind, Change, Access> entered) {
        grants.check(account);
        Change change = new Change(account.name(), granted(account));
        return transactions.execute(status -> {
            String password = accounts.create(account);
            log.now(entered.apply(AccessKind.ACCOUNT_CREATED, change));
            grants.give(account, sender);
            return password;
        });
    }

    /** Replaces the password; sessions and tokens of the account end. Empty when there is no such account. */
    public Optional<String> resetPassword(String name, BiFunction<AccessKind, Change, Access> entered) {
        return transactions.execute(status -> {
            Optional<String> password = accounts.resetPassword(name);
            if (password.isPresent()) {
                log.now(entered.apply(AccessKind.PASSWORD_RESET, new Change(name, null)));
            }
            return password;
        });
    }

    private static String granted(Account account) {
        String role = Token.of(account.role());
        return account.sites().isEmpty()
                ? role
                : role + " at "
                        + account.sites().stream()
                                .map(site -> site.study() + "/" + site.site())
                                .sorted()
                                .collect(Collectors.joining(", "));
    }
}
