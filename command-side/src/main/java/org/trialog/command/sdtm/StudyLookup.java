package org.trialog.command.sdtm;

import java.util.Optional;
import java.util.Set;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.StudyId;

/** What is there of a study before an import. */
public interface StudyLookup {

    /** Empty when the study has not been registered. */
    Optional<Standing> find(StudyId study);

    /**
     * A registered study.
     *
     * @param protocol the version in force
     * @param sites those that are open
     */
    record Standing(Protocol protocol, Set<SiteId> sites) {

        public Standing {
            sites = Set.copyOf(sites);
        }
    }
}
