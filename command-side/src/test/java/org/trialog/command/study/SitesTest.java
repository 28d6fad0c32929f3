package org.trialog.command.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.study.Conduct.LEIDEN;
import static org.trialog.command.study.Conduct.LUND;
import static org.trialog.command.study.Conduct.NOWHERE;
import static org.trialog.command.study.Conduct.STUDY;
import static org.trialog.command.study.Conduct.day;

import org.junit.jupiter.api.Test;
import org.trialog.command.order.StudyOrder.ActivateProtocol;
import org.trialog.command.order.StudyOrder.ChangeStudyStatus;
import org.trialog.command.order.StudyOrder.CloseSite;
import org.trialog.events.study.ProtocolActivatedAtSite;
import org.trialog.events.study.SiteClosed;
import org.trialog.events.study.StudyStatus;
import org.trialog.events.study.StudyStatusChanged;
import org.trialog.events.value.SiteId;

class SitesTest {

    private final Conduct study = new Conduct();

    @Test
    void aStudyThatIsStoppedEarlySaysWhy() {
        assertThat(study.when(status(StudyStatus.RECRUITING, "2026-01-01", null)))
                .containsExactly(new StudyStatusChanged(StudyStatus.RECRUITING, day("2026-01-01"), null));
        study.given(status(StudyStatus.RECRUITING, "2026-01-01", null));
        assertThat(study.when(status(StudyStatus.RECRUITING, "2026-01-01", null)))
                .isEmpty();
        study.refuses("stopped-without-reason", status(StudyStatus.STOPPED_EARLY, "2026-02-01", null));
        study.refuses("words-missing", status(StudyStatus.STOPPED_EARLY, "2026-02-01", " "));
        study.refuses("status-in-future", status(StudyStatus.CLOSED, "2026-03-02", null));
        assertThat(study.when(status(StudyStatus.STOPPED_EARLY, "2026-02-01", "no more money")))
                .hasSize(1);
    }

    @Test
    void aSiteIsClosedOnceForAReason() {
        assertThat(study.when(close(LUND, "2026-02-01")))
                .containsExactly(new SiteClosed(LUND, day("2026-02-01"), "the team has left"));
        study.refuses("site-unknown", close(NOWHERE, "2026-02-01"));
        study.refuses("closing-in-future", close(LUND, "2026-03-02"));
        study.given(close(LUND, "2026-02-01"));
        assertThat(study.when(close(LUND, "2026-02-01"))).isEmpty();
        study.refuses("site-closed-already", close(LUND, "2026-02-02"));
        study.refuses("site-closed", activate(LUND, 1, "2026-02-10", "2026-02-10"));
        assertThat(study.when(close(LEIDEN, "2026-02-01"))).hasSize(1);
    }

    @Test
    void aSiteGoesByAVersionThatIsPublishedAndThatItHasApproved() {
        assertThat(study.when(activate(LUND, 1, "2026-02-10", "2026-03-10")))
                .as("approved, to be in force from next week on")
                .containsExactly(new ProtocolActivatedAtSite(LUND, 1, day("2026-02-10"), day("2026-03-10")));
        study.refuses("site-unknown", activate(NOWHERE, 1, "2026-02-10", "2026-02-10"));
        study.refuses("protocol-version-unpublished", activate(LUND, 3, "2026-02-10", "2026-02-10"));
        study.refuses("approval-in-future", activate(LUND, 1, "2026-03-02", "2026-03-10"));
        study.refuses("active-before-approval", activate(LUND, 1, "2026-02-10", "2026-02-09"));
    }

    @Test
    void aSiteOnlyGoesOnToALaterVersion() {
        study.given(activate(LUND, 1, "2026-01-10", "2026-01-10"));
        assertThat(study.when(activate(LUND, 1, "2026-01-10", "2026-01-10"))).isEmpty();
        study.refuses("protocol-version-not-later", activate(LUND, 1, "2026-02-10", "2026-02-10"));
        study.refuses("active-before-the-last", activate(LUND, 2, "2026-01-10", "2026-01-10"));
        study.given(activate(LUND, 2, "2026-02-10", "2026-02-10"));
        study.refuses("protocol-version-not-later", activate(LUND, 1, "2026-02-20", "2026-02-20"));
        assertThat(study.when(activate(LEIDEN, 1, "2026-01-10", "2026-01-10")))
                .as("another site goes its own way")
                .hasSize(1);
    }

    private static ChangeStudyStatus status(StudyStatus status, String since, String reason) {
        return new ChangeStudyStatus(STUDY, status, day(since), reason);
    }

    private static CloseSite close(SiteId site, String day) {
        return new CloseSite(STUDY, site, day(day), "the team has left");
    }

    private static ActivateProtocol activate(SiteId site, int version, String approved, String from) {
        return new ActivateProtocol(STUDY, site, version, day(approved), day(from));
    }
}
