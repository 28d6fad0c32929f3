package org.trialog.query.web;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.trialog.events.value.Role;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.StudyId;
import org.trialog.query.problem.Problem;
import org.trialog.query.web.Viewer.SiteOfStudy;

/**
 * Knows a viewer by the authorities of the login: {@code ROLE_coordinator}, {@code ROLE_investigator}, {@code ROLE_auditor},
 * {@code ROLE_data-manager}, and {@code SITE_study/site} for every site at which a coordinator works.
 */
final class Viewers {

    private static final String SITE = "SITE_";

    private Viewers() {}

    /** @throws Problem 401 when nobody is logged in, 403 when the account has no role */
    static Viewer current() {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (login == null || !login.isAuthenticated() || login instanceof AnonymousAuthenticationToken) {
            throw Problem.anonymous();
        }
        List<String> authorities = login.getAuthorities().stream()
                .map(authority -> authority.getAuthority())
                .filter(name -> name != null)
                .toList();
        return new Viewer(login.getName(), role(authorities), sites(authorities));
    }

    /** Of several roles the one that sees most. */
    private static Role role(List<String> authorities) {
        @Nullable Role found = null;
        for (Role role : new Role[] {Role.COORDINATOR, Role.INVESTIGATOR, Role.AUDITOR, Role.DATA_MANAGER}) {
            found = authorities.contains("ROLE_" + token(role)) ? role : found;
        }
        if (found == null) {
            throw Problem.forbidden("Your account has no role in any study.");
        }
        return found;
    }

    private static Set<SiteOfStudy> sites(List<String> authorities) {
        Set<SiteOfStudy> sites = new HashSet<>();
        for (String authority : authorities) {
            int slash = authority.indexOf('/');
            if (authority.startsWith(SITE) && slash > 0) {
                sites.add(new SiteOfStudy(
                        new StudyId(authority.substring(SITE.length(), slash)),
                        new SiteId(authority.substring(slash + 1))));
            }
        }
        return sites;
    }

    private static String token(Role role) {
        return switch (role) {
            case COORDINATOR -> "coordinator";
            case INVESTIGATOR -> "investigator";
            case AUDITOR -> "auditor";
            case DATA_MANAGER -> "data-manager";
        };
    }
}
