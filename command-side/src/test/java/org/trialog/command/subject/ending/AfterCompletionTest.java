package org.trialog.command.subject.ending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.subject.Records.adverseEvent;
import static org.trialog.command.subject.Records.birth;
import static org.trialog.command.subject.Records.childIn;
import static org.trialog.command.subject.Records.death;
import static org.trialog.command.subject.Records.fracture;
import static org.trialog.command.subject.Records.guardianConsent;
import static org.trialog.command.subject.Records.on;
import static org.trialog.command.subject.Records.screening;
import static org.trialog.command.subject.Records.unscheduled;
import static org.trialog.command.subject.Records.visit;

import org.junit.jupiter.api.Test;
import org.trialog.command.subject.Clinic;
import org.trialog.events.clinical.AdverseEventOutcome;
import org.trialog.events.clinical.Completion;
import org.trialog.events.clinical.ScreenFailure;
import org.trialog.events.clinical.SeriousnessCriterion;
import org.trialog.events.value.Bone;

class AfterCompletionTest {
    private final Clinic completed = Clinic.opens().knows(childIn("cells")).knows(new Completion(on("2023-12-01")));

    @Test
    void rule22_whoHasCompletedIsFollowedNoMore() {
        completed.onlyAsDeviation(22, "after-completion", unscheduled("2023-12-02"));
        completed.onlyAsDeviation(22, "after-completion", fracture("2023-12-02", Bone.FEMUR));
        completed.trusts("after-completion", fracture("2023-12-01", Bone.FEMUR));
        completed.doubts("possibly-after-completion", fracture("2023-12", Bone.FEMUR));
    }

    @Test
    void rule22_seriousEventsAndDeathAreReportedAfterCompletion() {
        assertThat(completed
                        .knows(
                                adverseEvent(
                                        "2024-01-01",
                                        4,
                                        true,
                                        AdverseEventOutcome.RECOVERED,
                                        SeriousnessCriterion.LIFE_THREATENING),
                                death("2024-02-01"))
                        .flags())
                .isEmpty();
    }

    @Test
    void whoFailedScreeningMakesNoPlannedVisit() {
        Clinic failed = Clinic.opens()
                .knows(screening("2023-02-01"), birth("2023-01-10", null), guardianConsent("2023-02-20"))
                .knows(new ScreenFailure(on("2023-02-25"), "eligibility"));

        failed.doubts("visit-after-screen-failure", visit("BL", "2023-03-01"));
        failed.trusts("visit-after-screen-failure", visit("BL", "2023-02-25"));
        failed.trusts("visit-after-screen-failure", unscheduled("2023-03-01"));
    }
}
