package org.trialog.events.study;

import org.jspecify.annotations.Nullable;
import org.trialog.events.value.Role;
import org.trialog.events.value.SiteId;

/**
 * An account was let into the study.
 *
 * @param account its name
 * @param site at which a coordinator works; null for who sees the whole study
 */
public record GrantGiven(
        String account, Role role, @Nullable SiteId site) implements StudyEvent {}
