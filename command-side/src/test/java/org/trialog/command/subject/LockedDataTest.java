package org.trialog.command.subject;

import static org.trialog.command.subject.Records.adverseEvent;
import static org.trialog.command.subject.Records.enrolledChild;
import static org.trialog.command.subject.Records.fracture;
import static org.trialog.command.subject.Records.unscheduled;
import static org.trialog.command.subject.Records.visit;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.trialog.command.subject.Surroundings.DataCut;
import org.trialog.events.clinical.AdverseEventOutcome;
import org.trialog.events.clinical.SeriousnessCriterion;
import org.trialog.events.value.Bone;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.SubjectId;

class LockedDataTest {
    private final Clinic child = Clinic.opens().knows(enrolledChild()).knows(fracture("2023-05-01", Bone.FEMUR));
    private final Clinic locked = child.lockedThrough("2023-06-30");

    @Test
    void rule38_whatIsDatedUpToTheDayOfACutDoesNotChange() {
        locked.refuses(38, "locked", unscheduled("2023-06-30"));
        locked.refuses(38, "locked", Clinic.correction("fracture-1", fracture("2023-07-01", Bone.FEMUR)));
        locked.refuses(38, "locked", Clinic.retraction("fracture-1"));
        locked.doubts("possibly-locked", unscheduled("2023"));
    }

    @Test
    void rule38_followUpGoesOnAndSeriousEventsAreAlwaysReported() {
        locked.trusts("locked", unscheduled("2023-07-01"));
        locked.trusts(
                "locked",
                adverseEvent(
                        "2023-05-01", 4, true, AdverseEventOutcome.RECOVERED, SeriousnessCriterion.LIFE_THREATENING));
        locked.refuses(38, "locked", adverseEvent("2023-05-01"));
    }

    @Test
    void rule38_aCutCoversWhatItNames() {
        child.locked(cut("SE-002", null)).trusts("locked", unscheduled("2023-06-30"));
        child.locked(cut("SE-001", null)).refuses(38, "locked", unscheduled("2023-06-30"));
        child.locked(cut(null, "BL")).trusts("locked", unscheduled("2023-06-30"));
        child.locked(cut(null, "BL")).refuses(38, "locked", visit("BL", "2023-03-01"));
    }

    private static DataCut cut(String subject, String visit) {
        return new DataCut(
                new RecordId("cut-1"),
                null,
                subject == null ? null : new SubjectId(subject),
                visit,
                LocalDate.parse("2023-06-30"));
    }
}
