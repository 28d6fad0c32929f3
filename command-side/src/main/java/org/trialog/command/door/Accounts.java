package org.trialog.command.door;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionOperations;
import org.trialog.command.door.Account.SiteGrant;
import org.trialog.events.value.Role;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.Token;

/** The local accounts. A password is hashed when it is set and when somebody logs in, never per request. */
public final class Accounts {

    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final int GENERATED_LENGTH = 20;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final PasswordEncoder encoder;
    private final SecureRandom random = new SecureRandom();

    /** Compared with when the account does not exist, so that both answers take the same time. */
    private final String nobodysHash;

    public Accounts(JdbcClient jdbc, TransactionOperations transactions, PasswordEncoder encoder) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.encoder = encoder;
        this.nobodysHash = encoder.encode(generatePassword());
    }

    /** Whether an account could have this name. */
    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** The account whose name and password these are. */
    public Optional<Account> logIn(String name, String password) {
        Optional<String> hash = !isName(name)
                ? Optional.empty()
                : jdbc.sql("select password_hash from door.account where name = ?")
                        .param(name)
                        .query(String.class)
                        .optional();
        boolean right = encoder.matches(password, hash.orElse(nobodysHash));
        return right && hash.isPresent() ? find(name) : Optional.empty();
    }

    public Optional<Account> find(String name) {
        Set<SiteGrant> sites = new HashSet<>(jdbc.sql("select study, site from door.account_site where account = ?")
                .param(name)
                .query((row, at) -> new SiteGrant(new StudyId(row.getString(1)), new SiteId(row.getString(2))))
                .list());
        return jdbc.sql("select display_name, role from door.account where name = ?")
                .param(name)
                .query((row, at) ->
                        new Account(name, row.getString(1), Token.read(Role.class, row.getString(2)), sites))
                .optional();
    }

    public List<String> names() {
        return jdbc.sql("select name from door.account order by name")
                .query(String.class)
                .list();
    }

    /** Creates an account. The password is generated, returned once, and kept nowhere in clear. */
    public String create(Account account) {
        String password = generatePassword();
        transactions.executeWithoutResult(status -> {
            jdbc.sql("insert into door.account (name, display_name, role, password_hash) values (?, ?, ?, ?)")
                    .params(account.name(), account.displayName(), Token.of(account.role()), encoder.encode(password))
                    .update();
            account.sites().forEach(grant -> jdbc.sql(
                            "insert into door.account_site (account, study, site) values (?, ?, ?)")
                    .params(account.name(), grant.study().value(), grant.site().value())
                    .update());
        });
        return password;
    }

    /** Replaces the password; sessions and tokens of the account end. Empty when there is no such account. */
    public Optional<String> resetPassword(String name) {
        String password = generatePassword();
        boolean known = Boolean.TRUE.equals(transactions.execute(status -> {
            jdbc.sql("delete from door.token where account = ?").param(name).update();
            return jdbc.sql("update door.account set password_hash = ? where name = ?")
                            .params(encoder.encode(password), name)
                            .update()
                    == 1;
        }));
        return known ? Optional.of(password) : Optional.empty();
    }

    private String generatePassword() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GENERATED_LENGTH; i++) {
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }
}
