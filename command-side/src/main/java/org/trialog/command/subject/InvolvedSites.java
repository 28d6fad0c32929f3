package org.trialog.command.subject;

import java.util.Set;
import java.util.TreeSet;
import org.trialog.events.clinical.Screening;
import org.trialog.events.clinical.Sharing;
import org.trialog.events.clinical.Transfer;
import org.trialog.events.value.SiteId;

/** The sites that have to do with a subject: the one that screened it and those that it was shared with. */
public final class InvolvedSites {

    private InvolvedSites() {}

    /**
     * Sharing opens the record to a site and stays open here: what a site did while it was involved it must be able to
     * correct afterwards.
     */
    public static Set<SiteId> of(SubjectState state) {
        Set<SiteId> sites = new TreeSet<>();
        state.standing(Screening.class)
                .forEach(screening -> sites.add(screening.details().site()));
        state.standing(Sharing.class)
                .forEach(sharing -> sites.add(sharing.details().site()));
        state.standing(Transfer.class)
                .forEach(transfer -> sites.add(transfer.details().to()));
        return sites;
    }
}
