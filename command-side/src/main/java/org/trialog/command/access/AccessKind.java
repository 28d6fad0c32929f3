package org.trialog.command.access;

import java.util.List;
import java.util.Optional;

/** What somebody did. Orders that were carried out are not here: they are the history. */
public enum AccessKind {
    LOGIN,
    LOGIN_REFUSED,
    LOGOUT,
    READ,
    /** Given out: recorded before its first byte. */
    EXPORT,
    /** How an export ended: how much of it went out. */
    EXPORT_SENT,
    REFUSAL,
    ACCOUNT_CREATED,
    PASSWORD_RESET,
    GRANT_GIVEN,
    GRANT_REVOKED;

    /** Whether no answer is given before it is recorded (rule 42). */
    boolean comesFirst() {
        return this == EXPORT || this == GRANT_GIVEN || this == GRANT_REVOKED;
    }

    static AccessKind ofRefused(Address address) {
        return isLogin(address) ? LOGIN_REFUSED : REFUSAL;
    }

    /** Of a request that was answered; empty when it is not of this log. */
    static Optional<AccessKind> ofAnswered(Address address, boolean download) {
        if (download) {
            return Optional.of(EXPORT);
        }
        if (address.is("api", "session")) {
            return switch (address.method()) {
                case "POST" -> Optional.of(LOGIN);
                case "DELETE" -> Optional.of(LOGOUT);
                default -> Optional.empty();
            };
        }
        if (address.reads()) {
            return Optional.of(READ);
        }
        List<String> parts = address.parts();
        if (address.isOfAStudy("grants") && parts.size() == 4) {
            return Optional.of(GRANT_GIVEN);
        }
        return address.isOfAStudy("grants") ? Optional.of(GRANT_REVOKED) : Optional.empty();
    }

    private static boolean isLogin(Address address) {
        return address.is("api", "session") && address.method().equals("POST");
    }
}
