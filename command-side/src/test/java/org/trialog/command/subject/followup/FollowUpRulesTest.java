package org.trialog.command.subject.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.subject.Records.enrolledChild;
import static org.trialog.command.subject.Records.followUp;
import static org.trialog.command.subject.Records.fracture;
import static org.trialog.command.subject.Records.on;
import static org.trialog.command.subject.Records.unscheduled;

import org.junit.jupiter.api.Test;
import org.trialog.command.subject.Clinic;
import org.trialog.events.clinical.FollowUpAnswer;
import org.trialog.events.clinical.LossToFollowUp;
import org.trialog.events.value.Bone;

class FollowUpRulesTest {
    private final Clinic child = Clinic.opens().knows(enrolledChild());

    @Test
    void rule25_lossToFollowUpNeedsAttemptsAtContact() {
        child.doubts("contact-not-sought", new LossToFollowUp(on("2023-12-01"), null));
        child.doubts("contact-not-sought", new LossToFollowUp(on("2023-12-01"), 0));
        child.trusts("contact-not-sought", new LossToFollowUp(on("2023-12-01"), 3));
    }

    @Test
    void rule25_whoIsSeenAgainIsNotLost() {
        Clinic lost = child.knows(new LossToFollowUp(on("2023-12-01"), 3));

        lost.doubts("seen-after-loss", unscheduled("2024-01-10"));
        lost.trusts("seen-after-loss", unscheduled("2023-11-10"));
    }

    @Test
    void rule26_nothingHappenedAgreesWithTheRecords() {
        Clinic asked = child.knows(followUp("2023-03-01", "2023-09-01", FollowUpAnswer.NONE));
        assertThat(asked.flags()).isEmpty();

        Clinic contradicted = asked.knows(fracture("2023-05-01", Bone.FEMUR));
        assertThat(contradicted.flags("follow-up-1")).containsExactly("status-contradicts-records");
        assertThat(contradicted.retracts("fracture-1").flags()).isEmpty();
        assertThat(asked.knows(fracture("2023-10-01", Bone.FEMUR)).flags()).isEmpty();
    }

    @Test
    void rule26_theseNamesWhatIsRecorded() {
        child.knows(fracture("2023-05-01", Bone.FEMUR))
                .trusts("status-contradicts-records", followUp("2023-03-01", "2023-09-01", FollowUpAnswer.THESE));
    }
}
