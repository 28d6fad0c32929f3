package org.trialog.command.subject.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.subject.Records.arm;
import static org.trialog.command.subject.Records.birth;
import static org.trialog.command.subject.Records.childIn;
import static org.trialog.command.subject.Records.consent;
import static org.trialog.command.subject.Records.ended;
import static org.trialog.command.subject.Records.enrolment;
import static org.trialog.command.subject.Records.observed;
import static org.trialog.command.subject.Records.perKilogram;
import static org.trialog.command.subject.Records.pregnancy;
import static org.trialog.command.subject.Records.screening;
import static org.trialog.command.subject.Records.weighed;

import org.junit.jupiter.api.Test;
import org.trialog.command.subject.Clinic;
import org.trialog.events.clinical.ConsentGiver;
import org.trialog.events.clinical.DoseCompleteness;
import org.trialog.events.clinical.WeightMethod;

class DoseCareTest {
    private final Clinic child = Clinic.opens().knows(childIn("cells"));
    private final Clinic fetus = Clinic.opens()
            .knows(
                    screening("2022-12-01"),
                    pregnancy("2023-06-01", 1),
                    consent("2022-12-05", ConsentGiver.PREGNANT_WOMAN),
                    enrolment("2022-12-06"),
                    arm("2022-12-06", "cells"));

    @Test
    void rule10_aWeightIsEstimatedBeforeBirthAndMeasuredAfterIt() {
        fetus.trusts("weight-measured-before-birth", weighed("GA 31+2", WeightMethod.ESTIMATED));
        fetus.doubts("weight-measured-before-birth", weighed("GA 31+2", WeightMethod.MEASURED));
        child.doubts("weight-estimated-after-birth", weighed("2023-03-10", WeightMethod.ESTIMATED));
        child.trusts("weight-estimated-after-birth", weighed("2023-03-10", WeightMethod.MEASURED));
    }

    @Test
    void rule10_aBirthThatIsRecordedLaterShowsThatTheWeightWasAFetuses() {
        Clinic measured = fetus.knows(weighed("2023-04-01", WeightMethod.MEASURED));
        assertThat(measured.flags("treatment-1")).contains("weight-measured-before-birth");

        assertThat(measured.knows(birth("2023-03-20", "39+5")).flags("treatment-1"))
                .doesNotContain("weight-measured-before-birth");
    }

    @Test
    void rule10_aDoseThatWasNotGivenToTheEndIsFlaggedByWhatWasGiven() {
        child.doubts(
                "cells-per-kg-outside-tolerance",
                ended(perKilogram("1500000", null, "2023-03-10"), DoseCompleteness.PARTIAL));
        child.doubts(
                "cells-per-kg-outside-tolerance",
                ended(perKilogram("1500000", null, "2023-03-10"), DoseCompleteness.INTERRUPTED));
    }

    @Test
    void rule15_theSubjectIsObservedAsLongAsTheProtocolSays() {
        Clinic observing = Clinic.opens().knows(childIn("staggered"));

        observing.doubts("observation-incomplete", observed("2023-03-10", null));
        observing.doubts("observation-incomplete", observed("2023-03-10", "23.5"));
        observing.trusts("observation-incomplete", observed("2023-03-10", "24"));
        child.trusts("observation-incomplete", observed("2023-03-10", null));
    }
}
