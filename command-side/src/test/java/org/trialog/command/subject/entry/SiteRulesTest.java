package org.trialog.command.subject.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.subject.Clinic.OTHER_SITE;
import static org.trialog.command.subject.Clinic.SITE;
import static org.trialog.command.subject.CourseRecords.transfer;
import static org.trialog.command.subject.Records.enrolledChild;
import static org.trialog.command.subject.Records.on;
import static org.trialog.command.subject.Records.screening;

import org.junit.jupiter.api.Test;
import org.trialog.command.subject.Clinic;
import org.trialog.events.clinical.Sharing;
import org.trialog.events.clinical.SharingPurpose;
import org.trialog.events.value.SiteId;

class SiteRulesTest {
    private final Clinic child = Clinic.opens().knows(enrolledChild());

    @Test
    void aClosedSiteTakesNoSubject() {
        Clinic.opens().closed(SITE, "2023-02-01").neverTrue(0, "site-closed", screening("2023-02-01"));
        Clinic.opens().closed(SITE, "2023-02-02").trusts("site-closed", screening("2023-02-01"));
        Clinic.opens().closed(SITE, "2023-02-02").doubts("possibly-site-closed", screening("2023-02"));
        child.closed(OTHER_SITE, "2023-05-01")
                .neverTrue(0, "site-closed", new Sharing(on("2023-05-02"), null, OTHER_SITE, SharingPurpose.DOSING));
        child.closed(OTHER_SITE, "2023-05-01").neverTrue(0, "site-closed", transfer("2023-05-02", OTHER_SITE));
    }

    @Test
    void aSubjectMovesToAnotherSiteOfTheStudy() {
        Clinic moved = child.knows(transfer("2023-05-02", OTHER_SITE));

        assertThat(moved.flags()).isEmpty();
        moved.neverTrue(0, "transfer-to-own-site", transfer("2023-06-02", OTHER_SITE));
        moved.trusts("transfer-to-own-site", transfer("2023-06-02", SITE));
        child.neverTrue(0, "transfer-to-own-site", transfer("2023-05-02", SITE));
        child.neverTrue(0, "site-unknown", transfer("2023-05-02", new SiteId("NO")));
    }
}
