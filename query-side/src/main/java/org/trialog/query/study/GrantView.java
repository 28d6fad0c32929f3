package org.trialog.query.study;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.trialog.events.study.GrantGiven;
import org.trialog.events.study.GrantRevoked;
import org.trialog.events.value.Role;
import org.trialog.events.value.SiteId;

/**
 * What an account was let into.
 *
 * @param site at which a coordinator works; null for who sees the whole study
 * @param position of the fact that gave it
 * @param revoked null while it holds
 */
public record GrantView(String account, Role role, @Nullable SiteId site, long position, @Nullable Revocation revoked) {

    /** Where and why it was taken back. */
    public record Revocation(long position, String reason) {}

    static GrantView of(GrantGiven given, long at) {
        return new GrantView(given.account(), given.role(), given.site(), at, null);
    }

    /** The same once this is known, if it is this grant that it takes back. */
    GrantView after(GrantRevoked taken, long at) {
        boolean meant = revoked == null
                && account.equals(taken.account())
                && role == taken.role()
                && Objects.equals(site, taken.site());
        return meant ? new GrantView(account, role, site, position, new Revocation(at, taken.reason())) : this;
    }
}
