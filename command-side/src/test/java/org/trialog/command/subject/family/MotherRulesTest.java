package org.trialog.command.subject.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.subject.CourseRecords.mother;
import static org.trialog.command.subject.Records.arm;
import static org.trialog.command.subject.Records.consent;
import static org.trialog.command.subject.Records.dose;
import static org.trialog.command.subject.Records.enrolment;
import static org.trialog.command.subject.Records.on;
import static org.trialog.command.subject.Records.pregnancy;
import static org.trialog.command.subject.Records.screening;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trialog.command.subject.Clinic;
import org.trialog.command.subject.TrialOfMothers;
import org.trialog.events.clinical.AdverseEvent;
import org.trialog.events.clinical.ConsentGiver;

class MotherRulesTest {
    private final Clinic fetus = Clinic.opens()
            .under(TrialOfMothers.version(1))
            .amongOthers("SE-100")
            .knows(
                    screening("2023-02-01"),
                    pregnancy("2023-07-17", 1),
                    consent("2023-02-20", ConsentGiver.PREGNANT_WOMAN),
                    enrolment("2023-03-01"),
                    arm("2023-03-01", "prenatal"));

    @Test
    void rule06_theMotherIsAnotherSubjectOfTheStudy() {
        fetus.neverTrue(6, "mother-is-the-child", mother("SE-001"));
        fetus.neverTrue(6, "mother-unknown", mother("SE-101"));
        fetus.trusts("mother-unknown", mother("SE-100"));
    }

    @Test
    void rule06_aChildHasOneMother() {
        fetus.knows(mother("SE-100")).neverTrue(0, "already-recorded", mother("SE-100"));
    }

    @Test
    void rule06_whatHappensToTheMotherStaysWithHer() {
        Clinic linked = fetus.knows(mother("SE-100"));

        linked.neverTrue(6, "mothers-event", event("Pre-eclampsia, severe"));
        linked.trusts("mothers-event", event("FEVER"));
        assertThat(fetus.knows(event("Pre-eclampsia, severe"))
                        .knows(mother("SE-100"))
                        .flags("adverse-event-1"))
                .containsExactly("mothers-event");
    }

    @Test
    void rule06_aDoseBeforeBirthAsksForTheMotherOnce() {
        Clinic dosed = fetus.doubts("mother-not-linked", dose(1, "2023-03-20"));

        assertThat(dosed.state().flags(null)).singleElement().satisfies(flag -> assertThat(flag.code())
                .isEqualTo("mother-not-linked"));
        assertThat(dosed.knows(mother("SE-100")).flags()).doesNotContain("mother-not-linked");
        fetus.knows(mother("SE-100")).trusts("mother-not-linked", dose(1, "2023-03-20"));
    }

    private static AdverseEvent event(String term) {
        return new AdverseEvent(
                on("2023-03-25"), null, term, null, null, null, false, Set.of(), null, null, null, null);
    }
}
