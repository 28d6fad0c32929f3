package org.trialog.command.subject.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.subject.Records.enrolledChild;
import static org.trialog.command.subject.Records.followUp;
import static org.trialog.command.subject.Records.fracture;

import org.junit.jupiter.api.Test;
import org.trialog.command.subject.Clinic;
import org.trialog.events.clinical.FollowUpAnswer;
import org.trialog.events.value.Bone;

class FollowUpRulesTest {
    private final Clinic child = Clinic.opens().knows(enrolledChild());

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
    void rule26_whatWasNotAskedContradictsNothing() {
        child.knows(fracture("2023-05-01", Bone.FEMUR))
                .trusts("status-contradicts-records", followUp("2023-03-01", "2023-09-01", FollowUpAnswer.NOT_ASKED));
    }

    @Test
    void rule26_theseNamesWhatIsRecorded() {
        child.knows(fracture("2023-05-01", Bone.FEMUR))
                .trusts("status-contradicts-records", followUp("2023-03-01", "2023-09-01", FollowUpAnswer.THESE));
    }
}
