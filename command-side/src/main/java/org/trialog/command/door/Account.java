package org.trialog.command.door;

import java.security.Principal;
import java.util.Set;
import org.trialog.events.value.Role;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.StudyId;

/**
 * Somebody who came in.
 *
 * @param name the actor of the history: an account's name, or {@code local:NAME} at the command line of the machine
 * @param sites whose subjects a coordinator works with; of no meaning to the other roles
 */
public record Account(String name, String displayName, Role role, Set<SiteGrant> sites) implements Principal {

    public Account {
        sites = Set.copyOf(sites);
    }

    @Override
    public String getName() {
        return name;
    }

    /** A site of a study. */
    public record SiteGrant(StudyId study, SiteId site) {}
}
