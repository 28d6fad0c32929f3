package org.trialog.command.subject.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.subject.CourseRecords.match;
import static org.trialog.command.subject.Records.childIn;
import static org.trialog.command.subject.Records.enrolledChild;

import org.junit.jupiter.api.Test;
import org.trialog.command.subject.Clinic;

class MatchingRulesTest {
    private final Clinic control =
            Clinic.opens().amongOthers("SE-002", "SE-001").knows(childIn("untreated"));

    @Test
    void onlyAControlIsMatched() {
        assertThat(control.knows(match("2023-04-01", "SE-002")).flags()).isEmpty();
        Clinic.opens().knows(childIn("cells")).neverTrue(0, "matched-not-a-control", match("2023-04-01", null));
        Clinic.opens().knows(enrolledChild()).neverTrue(0, "matched-not-a-control", match("2023-04-01", null));
    }

    @Test
    void aControlIsMatchedToAnotherSubjectOfTheStudy() {
        control.neverTrue(0, "index-subject-unknown", match("2023-04-01", "SE-003"));
        control.neverTrue(0, "index-subject-unknown", match("2023-04-01", "SE-001"));
        control.trusts("index-subject-unknown", match("2023-04-01", null));
    }

    @Test
    void rule17_theIndexDateHasBeen() {
        control.neverTrue(17, "date-in-future", match("2024-06-02", null));
    }
}
