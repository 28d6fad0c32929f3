package org.trialog.command.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionOperations;
import org.trialog.command.door.Account.SiteGrant;
import org.trialog.events.value.Role;
import org.trialog.events.value.Token;
import org.trialog.events.wire.FactJson;

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

    /** The account, with the sites that are granted to it now. */
    public Optional<Account> find(String name) {
        return jdbc.sql("""
            select display_name, role,
                (select coalesce(json_agg(json_build_object('study', g.study, 'site', g.site)), '[]')::text
                 from store.grant g where g.account = a.name and g.role = a.role and g.site is not null)
            from door.account a where name = ?
            """)
                .param(name)
                .query((row, at) -> new Account(
                        name, row.getString(1), Token.read(Role.class, row.getString(2)), sites(row.getString(3))))
                .optional();
    }

    private static Set<SiteGrant> sites(String granted) {
        try {
            return Set.of(FactJson.mapper().readValue(granted, SiteGrant[].class));
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException("the database writes no JSON", malformed);
        }
    }

    public List<String> names() {
        return jdbc.sql("select name from door.account order by name")
                .query(String.class)
                .list();
    }

    /**
     * Creates an account. The password is generated, returned once, and kept nowhere in clear. Its sites are not its own:
     * they are granted by the studies ({@link SiteGrants}).
     */
    String create(Account account) {
        String password = generatePassword();
        jdbc.sql("insert into door.account (name, display_name, role, password_hash) values (?, ?, ?, ?)")
                .params(account.name(), account.displayName(), Token.of(account.role()), encoder.encode(password))
                .update();
        return password;
    }

    /** Replaces the password; sessions and tokens of the account end. Empty when there is no such account. */
    Optional<String> resetPassword(String name) {
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
