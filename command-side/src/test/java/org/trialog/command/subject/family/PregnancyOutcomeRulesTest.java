package org.trialog.command.subject.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.subject.CourseRecords.outcome;
import static org.trialog.command.subject.Records.birth;
import static org.trialog.command.subject.Records.pregnancy;
import static org.trialog.command.subject.Records.screening;

import org.junit.jupiter.api.Test;
import org.trialog.command.subject.Clinic;
import org.trialog.events.clinical.PregnancyEnd;

class PregnancyOutcomeRulesTest {
    private final Clinic screened = Clinic.opens().knows(screening("2023-02-01"));
    private final Clinic pregnant = screened.knows(pregnancy("2023-07-17", 1));

    @Test
    void anOutcomeIsThatOfAPregnancy() {
        screened.neverTrue(0, "pregnancy-not-dated", outcome("2023-07-10", PregnancyEnd.LIVE_BIRTH));
        pregnant.trusts("pregnancy-not-dated", outcome("2023-07-10", PregnancyEnd.LIVE_BIRTH));
    }

    @Test
    void rule17_theOutcomeAgreesWithTheBirth() {
        Clinic born = pregnant.knows(birth("2023-07-10", null));

        born.trusts("outcome-contradicts-birth", outcome("2023-07-10", PregnancyEnd.LIVE_BIRTH));
        born.trusts("outcome-contradicts-birth", outcome("2023-07", PregnancyEnd.LIVE_BIRTH));
        born.trusts("outcome-contradicts-birth", outcome("2023-07-12", PregnancyEnd.UNKNOWN));
        born.doubts("outcome-contradicts-birth", outcome("2023-07-12", PregnancyEnd.LIVE_BIRTH));
        born.doubts("outcome-contradicts-birth", outcome("2023-07-10", PregnancyEnd.STILLBIRTH));
        assertThat(pregnant.knows(outcome("2023-05-01", PregnancyEnd.MISCARRIAGE), birth("2023-07-10", null))
                        .flags("pregnancy-outcome-1"))
                .containsExactly("outcome-contradicts-birth");
    }
}
