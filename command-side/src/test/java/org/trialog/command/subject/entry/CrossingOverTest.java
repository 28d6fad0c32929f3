package org.trialog.command.subject.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.subject.CourseRecords.change;
import static org.trialog.command.subject.Records.arm;
import static org.trialog.command.subject.Records.birth;
import static org.trialog.command.subject.Records.childIn;
import static org.trialog.command.subject.Records.dose;
import static org.trialog.command.subject.Records.enrolledChild;

import org.junit.jupiter.api.Test;
import org.trialog.command.subject.Clinic;
import org.trialog.events.clinical.ClinicalRecord;

class CrossingOverTest {
    private final Clinic control = Clinic.opens().knows(childIn("untreated"));

    @Test
    void rule08_aControlThatCrossesOverGetsDosesFromThatDayOn() {
        Clinic crossed = control.knows(change("2023-06-01", "cells"));

        crossed.trusts("dose-to-control", dose(1, "2023-06-01"));
        crossed.onlyAsDeviation(8, "dose-to-control", dose(1, "2023-05-31"));
        crossed.doubts("possibly-dose-to-control", dose(1, "2023"));
    }

    @Test
    void rule08_aCrossingOverThatIsRecordedLateExplainsTheDose() {
        Clinic dosed = control.deviates(dose(1, "2023-06-10"));

        assertThat(dosed.flags("treatment-1")).contains("dose-to-control");
        assertThat(dosed.knows(change("2023-06-01", "cells")).flags("treatment-1"))
                .doesNotContain("dose-to-control");
    }

    @Test
    void rule08_theOrderOfTheDatesCountsAndNotThatOfEntry() {
        Clinic back = control.knows(change("2023-06-01", "cells"))
                .knows(change("2023-09-01", "untreated"), change("2023-07-01", "boosted"));

        back.trusts("dose-to-control", dose(1, "2023-08-31"));
        back.refuses(8, "dose-to-control", dose(1, "2023-09-01"));
    }

    @Test
    void rule08_aSubjectCrossesOverFromTheArmThatItHasToAnotherOne() {
        control.neverTrue(8, "arm-not-changed", change("2023-06-01", "untreated"));
        control.neverTrue(0, "arm-unknown", change("2023-06-01", "placebo"));
        control.neverTrue(8, "arm-changed-before-it-was-set", change("2023-02-28", "cells"));
        control.doubts("possibly-arm-changed-before-it-was-set", change("2023", "cells"));
        Clinic.opens()
                .knows(enrolledChild())
                .neverTrue(8, "arm-changed-before-it-was-set", change("2023-06-01", "cells"));
        assertThat(control.knows(change("2023-06-01", "cells"), change("2023-09-01", "untreated"))
                        .flags())
                .isEmpty();
    }

    @Test
    void rule08_theArmIsSetOnceAndChangedAfterwards() {
        control.knows(change("2023-06-01", "cells")).neverTrue(0, "already-recorded", arm("2023-07-01", "cells"));
    }

    @Test
    void rule04_theCriteriaOfTheOtherArmAreJudgedWhenItIsCrossedOverTo() {
        Clinic old = Clinic.opens().knows(olderChild());

        old.onlyAsDeviation(4, "corrected-age", change("2023-06-01", "cells"));
    }

    private static ClinicalRecord[] olderChild() {
        ClinicalRecord[] child = childIn("untreated");
        child[1] = birth("2019-01-10", "40+0");
        return child;
    }
}
