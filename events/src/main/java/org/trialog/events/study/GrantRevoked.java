package org.trialog.events.study;

import org.jspecify.annotations.Nullable;
import org.trialog.events.value.Role;
import org.trialog.events.value.SiteId;

/** What an account was let into was taken back: refused from the next request on. */
public record GrantRevoked(
        String account, Role role, @Nullable SiteId site, String reason) implements StudyEvent {}
