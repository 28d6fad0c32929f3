package org.trialog.command.subject.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.subject.CourseRecords.lost;
import static org.trialog.command.subject.CourseRecords.regained;
import static org.trialog.command.subject.Records.enrolledChild;
import static org.trialog.command.subject.Records.on;
import static org.trialog.command.subject.Records.unscheduled;

import org.junit.jupiter.api.Test;
import org.trialog.command.subject.Clinic;
import org.trialog.events.clinical.LossToFollowUp;

class LossRulesTest {
    private final Clinic child = Clinic.opens().knows(enrolledChild());
    private final Clinic lost = child.knows(lost("2023-12-01"));

    @Test
    void rule25_lossToFollowUpNeedsAttemptsAtContact() {
        child.doubts("contact-not-sought", new LossToFollowUp(on("2023-12-01"), null));
        child.doubts("contact-not-sought", new LossToFollowUp(on("2023-12-01"), 0));
        child.trusts("contact-not-sought", lost("2023-12-01"));
    }

    @Test
    void rule25_whoIsSeenAgainIsNotLost() {
        lost.doubts("seen-after-loss", unscheduled("2024-01-10"));
        lost.trusts("seen-after-loss", unscheduled("2023-11-10"));
    }

    @Test
    void rule25_contactRegainedExplainsTheVisitsThatFollow() {
        Clinic seen = lost.knows(unscheduled("2024-01-10"));

        assertThat(seen.knows(regained("2024-01-05")).flags()).isEmpty();
        assertThat(seen.knows(regained("2024-01-11")).flags()).containsExactly("seen-after-loss");
        lost.knows(regained("2024-01-05"), lost("2024-02-01")).doubts("seen-after-loss", unscheduled("2024-03-01"));
    }

    @Test
    void rule25_contactIsRegainedOnlyOnceLost() {
        child.neverTrue(25, "regained-without-loss", regained("2024-01-05"));
        lost.neverTrue(25, "regained-without-loss", regained("2023-11-30"));
        assertThat(lost.knows(regained("2024-01-05"))
                        .retracts("loss-to-follow-up-1")
                        .flags())
                .containsExactly("regained-without-loss");
    }
}
