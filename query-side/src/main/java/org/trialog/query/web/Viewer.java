package org.trialog.query.web;

import java.util.Set;
import org.trialog.events.value.Role;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.StudyId;
import org.trialog.query.record.SubjectLine;
import org.trialog.query.record.SubjectRecord;

/**
 * Who is looking, and what that person may see. A coordinator sees the subjects that were screened at the coordinator's
 * own sites, moved there or were shared with them; everybody else sees all.
 *
 * @param name of the account
 */
public record Viewer(String name, Role role, Set<SiteOfStudy> sites) {

    /** A site at which the viewer works. */
    public record SiteOfStudy(StudyId study, SiteId site) {}

    public Viewer {
        sites = Set.copyOf(sites);
    }

    /** Whether the study exists for the viewer. */
    public boolean sees(StudyId study) {
        return seesAll() || sites.stream().anyMatch(own -> own.study().equals(study));
    }

    /** Whether the subject exists for the viewer. */
    public boolean sees(SubjectRecord record) {
        return seesAll() || SubjectLine.sitesOf(record).stream().anyMatch(site -> worksAt(record.study(), site));
    }

    /** Whether nothing is hidden. */
    public boolean seesAll() {
        return role != Role.COORDINATOR;
    }

    /** Whether birth dates of the subjects that exist for the viewer are shown: to their own sites, nobody else. */
    public boolean seesBirthDates() {
        return role == Role.COORDINATOR;
    }

    private boolean worksAt(StudyId study, SiteId site) {
        return sites.contains(new SiteOfStudy(study, site));
    }
}
