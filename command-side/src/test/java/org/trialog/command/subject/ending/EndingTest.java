package org.trialog.command.subject.ending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.subject.CourseRecords.change;
import static org.trialog.command.subject.CourseRecords.transfer;
import static org.trialog.command.subject.Records.adverseEvent;
import static org.trialog.command.subject.Records.birth;
import static org.trialog.command.subject.Records.childIn;
import static org.trialog.command.subject.Records.clinicalEvent;
import static org.trialog.command.subject.Records.covariate;
import static org.trialog.command.subject.Records.death;
import static org.trialog.command.subject.Records.dose;
import static org.trialog.command.subject.Records.followUp;
import static org.trialog.command.subject.Records.fracture;
import static org.trialog.command.subject.Records.guardianConsent;
import static org.trialog.command.subject.Records.on;
import static org.trialog.command.subject.Records.screening;
import static org.trialog.command.subject.Records.unscheduled;
import static org.trialog.command.subject.Records.weight;
import static org.trialog.command.subject.Records.withdrawal;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trialog.command.subject.Clinic;
import org.trialog.events.clinical.AdverseEventOutcome;
import org.trialog.events.clinical.Completion;
import org.trialog.events.clinical.FollowUpAnswer;
import org.trialog.events.clinical.Harvest;
import org.trialog.events.clinical.Imaging;
import org.trialog.events.clinical.ImagingFinding;
import org.trialog.events.clinical.ImagingMethod;
import org.trialog.events.clinical.SeriousnessCriterion;
import org.trialog.events.clinical.WithdrawalKind;
import org.trialog.events.value.Bone;
import org.trialog.events.value.RecordId;

class EndingTest {
    private final Clinic child = Clinic.opens().knows(childIn("cells"));
    private final Clinic dead = child.knows(death("2023-08-02"));
    private final Clinic withdrawn = child.knows(withdrawal("2023-08-02", WithdrawalKind.CONSENT));

    @Test
    void rule18_nothingClinicalBeginsAfterDeath() {
        dead.neverTrue(18, "after-death", unscheduled("2023-08-03"));
        dead.neverTrue(18, "after-death", fracture("2023-08-03", Bone.FEMUR));
        dead.neverTrue(18, "after-death", adverseEvent("2023-08-03"));
        dead.neverTrue(18, "after-death", followUp("2023-03-01", "2023-08-03", FollowUpAnswer.NONE));
        dead.trusts("after-death", unscheduled("2023-08-02"));
        dead.doubts("possibly-after-death", fracture("2023-08", Bone.FEMUR));
        child.knows(death("2023-08")).doubts("possibly-after-death", unscheduled("2023-08-03"));
    }

    @Test
    void rule18_noArmIsChangedAndNoCellsAreTakenAfterDeathAndAnImageIsFlagged() {
        dead.neverTrue(18, "after-death", change("2023-08-03", "untreated"));
        dead.neverTrue(18, "after-death", new Harvest(on("2023-08-03"), "bone-marrow", null, null, null, List.of()));
        dead.doubts(
                "measured-after-death",
                new Imaging(
                        on("2023-08-03"),
                        ImagingMethod.RADIOGRAPH,
                        "skeleton",
                        ImagingFinding.NO_FRACTURE,
                        Set.of(),
                        null,
                        null));
        dead.trusts("after-death", transfer("2023-08-03", Clinic.OTHER_SITE));
    }

    @Test
    void rule18_autopsyLateResultsAndOutcomesAreOpen() {
        assertThat(dead.knows(
                                clinicalEvent("2023-08-05", "autopsy"),
                                covariate("gene", "COL1A1"),
                                new Completion(on("2023-08-10")))
                        .flags())
                .isEmpty();
        dead.doubts("measured-after-death", weight("2023-08-03", "9", "kg"));
        assertThat(child.knows(adverseEvent("2023-07-20", 3, false, AdverseEventOutcome.NOT_RECOVERED))
                        .knows(death("2023-08-02"))
                        .corrects(
                                "adverse-event-1",
                                adverseEvent(
                                        "2023-07-20", 5, true, AdverseEventOutcome.FATAL, SeriousnessCriterion.DEATH))
                        .flags())
                .isEmpty();
    }

    @Test
    void rule18_aDeathBeforeARecordedVisitIsAcceptedAndTheVisitFlagged() {
        Clinic visited = child.knows(unscheduled("2023-08-03"));

        Clinic contradicted = visited.knows(death("2023-08-02"));
        assertThat(contradicted.flags("visit-1")).containsExactly("after-death");
        assertThat(contradicted
                        .state()
                        .flags(new RecordId("visit-1"))
                        .getFirst()
                        .values())
                .containsEntry("death", "2023-08-02")
                .containsEntry("date", "2023-08-03");

        assertThat(contradicted.corrects("death-1", death("2023-08-04")).flags())
                .isEmpty();
    }

    @Test
    void rule18_nobodyBornDiedBeforeItsBirth() {
        Clinic.opens()
                .knows(screening("2023-02-01"), birth("2023-01-10", null))
                .neverTrue(18, "death-before-birth", death("2023-01-09"));
    }

    @Test
    void rule22_aVisitAfterWithdrawalFromProceduresIsFlagged() {
        child.knows(withdrawal("2023-08-02", WithdrawalKind.PROCEDURES))
                .doubts("visit-after-withdrawal", unscheduled("2023-08-03"));
        child.knows(withdrawal("2023-08-02", WithdrawalKind.SPONSOR))
                .trusts("visit-after-withdrawal", unscheduled("2023-08-03"));
    }

    @Test
    void rule24_noNewDataDatedAfterConsentWasWithdrawn() {
        withdrawn.onlyAsDeviation(24, "after-consent-withdrawn", unscheduled("2023-08-03"));
        withdrawn.onlyAsDeviation(24, "after-consent-withdrawn", fracture("2023-08-03", Bone.FEMUR));
        withdrawn.onlyAsDeviation(24, "after-consent-withdrawn", dose(1, "2023-08-03"));
        withdrawn.doubts("possibly-after-consent-withdrawn", fracture("2023-08", Bone.FEMUR));
    }

    @Test
    void rule24_earlierDatesSeriousEventsAndDeathStayOpen() {
        assertThat(withdrawn
                        .knows(
                                fracture("2023-08-02", Bone.FEMUR),
                                adverseEvent(
                                        "2023-09-01",
                                        4,
                                        true,
                                        AdverseEventOutcome.RECOVERED,
                                        SeriousnessCriterion.LIFE_THREATENING),
                                death("2023-10-01"))
                        .flags())
                .isEmpty();
    }

    @Test
    void rule24_correctionsStayOpen() {
        Clinic recorded =
                child.knows(fracture("2023-07-01", Bone.FEMUR)).knows(withdrawal("2023-08-02", WithdrawalKind.CONSENT));

        assertThat(recorded.corrects("fracture-1", fracture("2023-07-02", Bone.FEMUR))
                        .flags())
                .isEmpty();
        recorded.refuses(
                24, "after-consent-withdrawn", Clinic.correction("fracture-1", fracture("2023-08-03", Bone.FEMUR)));
    }

    @Test
    void rule24_consentGivenAgainReopens() {
        withdrawn.knows(guardianConsent("2023-10-01")).trusts("after-consent-withdrawn", unscheduled("2023-10-02"));
        withdrawn
                .knows(guardianConsent("2023-10-01"))
                .refuses(24, "after-consent-withdrawn", unscheduled("2023-09-30"));
    }
}
