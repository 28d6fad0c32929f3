package org.trialog.command.door;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What an account that logged in shows from then on: a random token, in a cookie for pages or as a bearer token for
 * scripts. It is looked up on every request, so that taking it away works at once.
 */
public final class Tokens {

    static final Duration LIFETIME = Duration.ofHours(8);

    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final SecureRandom random = new SecureRandom();

    public Tokens(JdbcClient jdbc, Accounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    /** A new token of the account. */
    public Issued issue(Account account) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        OffsetDateTime expires = jdbc.sql("""
            with gone as (delete from door.token where expires_at < clock_timestamp())
            insert into door.token (digest, account, expires_at)
            values (?, ?, clock_timestamp() + make_interval(secs => ?)) returning expires_at\
            """)
                .params(digest(token), account.name(), LIFETIME.toSeconds())
                .query(OffsetDateTime.class)
                .single();
        return new Issued(token, expires.withOffsetSameInstant(ZoneOffset.UTC).toInstant());
    }

    /** The account that a token stands for, unless it has expired or was taken away. */
    public Optional<Account> account(String token) {
        return jdbc.sql("select account from door.token where digest = ? and expires_at > clock_timestamp()")
                .param(digest(token))
                .query(String.class)
                .optional()
                .flatMap(accounts::find);
    }

    public void revoke(String token) {
        jdbc.sql("delete from door.token where digest = ?").param(digest(token)).update();
    }

    /** A token and when it ends. */
    public record Issued(String token, Instant expiresAt) {

        /** Without the token: it could be logged. */
        @Override
        public String toString() {
            return "Issued[until " + expiresAt + "]";
        }
    }

    static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
