package org.trialog.command.door;

import java.security.MessageDigest;
import java.util.Set;
import org.trialog.events.value.Role;

/**
 * The secret of the machine's own command line. It lies in a file that only the owner of the data directory can read; who
 * shows it is that operating-system user, recorded as {@code local:NAME} with the role of a data manager.
 */
public record LocalKey(String secret) {

    static final String USER_HEADER = "Trialog-Local-User";

    /** Compared in constant time. */
    boolean opens(String shown) {
        return MessageDigest.isEqual(Tokens.digest(secret), Tokens.digest(shown));
    }

    static Account account(String user) {
        String name = user.replaceAll("[^A-Za-z0-9._-]", "_");
        return new Account("local:" + (name.isEmpty() ? "unknown" : name), name, Role.DATA_MANAGER, Set.of());
    }

    @Override
    public String toString() {
        return "LocalKey";
    }
}
