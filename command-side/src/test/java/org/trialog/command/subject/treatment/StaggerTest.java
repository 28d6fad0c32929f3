package org.trialog.command.subject.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.subject.Records.authorisation;
import static org.trialog.command.subject.Records.childIn;
import static org.trialog.command.subject.Records.dose;
import static org.trialog.command.subject.Records.missed;

import org.junit.jupiter.api.Test;
import org.trialog.command.subject.Clinic;

/** The first three subjects of the arm are a month apart, every later one a fortnight. */
class StaggerTest {
    private final Clinic child = Clinic.opens().knows(childIn("staggered"));
    private final Clinic second = child.firstDoseOf("NL-001", "staggered", "2023-03-10");

    @Test
    void rule14_aFirstDoseTooSoonAfterAnothersIsNotAuthorised() {
        second.neverTrue(14, "first-dose-too-soon", authorisation(1, "2023-04-09", null));
        second.trusts("first-dose-too-soon", authorisation(1, "2023-04-10", null));
        assertThat(second.refuses(14, "first-dose-too-soon", authorisation(1, "2023-04-09", null))
                        .sentence())
                .contains("2023-04-10");
    }

    @Test
    void rule14_aFirstDoseTooSoonThatWasGivenIsFlagged() {
        second.doubts("first-dose-too-soon", dose(1, "2023-04-09"));
        second.trusts("first-dose-too-soon", dose(1, "2023-04-10"));
        second.doubts("possibly-first-dose-too-soon", dose(1, "2023-04"));
    }

    @Test
    void rule14_afterTheFirstSubjectsTheTimeApartIsShorter() {
        Clinic fourth = second.firstDoseOf("NL-002", "staggered", "2023-04-10")
                .firstDoseOf("NL-003", "staggered", "2023-05-10");

        fourth.doubts("first-dose-too-soon", dose(1, "2023-05-23"));
        fourth.trusts("first-dose-too-soon", dose(1, "2023-05-24"));
    }

    @Test
    void rule14_aDoseEnteredLateKeepsItsTimeBeforeTheNextSubjects() {
        child.firstDoseOf("NL-001", "staggered", "2023-04-12").trusts("first-dose-too-soon", dose(1, "2023-03-12"));
        child.firstDoseOf("NL-001", "staggered", "2023-04-12").doubts("first-dose-too-soon", dose(1, "2023-03-13"));
    }

    @Test
    void rule14_onlyFirstDosesOfTheSameArmKeepApart() {
        Clinic dosed = child.knows(dose(1, "2023-03-05")).firstDoseOf("NL-001", "staggered", "2023-07-04");

        dosed.trusts("first-dose-too-soon", dose(2, "2023-07-05"));
        dosed.trusts("first-dose-too-soon", authorisation(2, "2023-07-05", null));
        child.firstDoseOf("NL-001", "cells", "2023-03-10").trusts("first-dose-too-soon", dose(1, "2023-03-11"));
        child.firstDoseOf("SE-001", "staggered", "2023-03-10").trusts("first-dose-too-soon", dose(1, "2023-03-11"));
    }

    @Test
    void rule14_aLaterDoseThatIsAuthorisedAheadIsNoFirstDose() {
        child.knows(authorisation(1, "2023-03-10", null))
                .firstDoseOf("NL-001", "staggered", "2023-07-09")
                .trusts("first-dose-too-soon", authorisation(2, "2023-07-10", null));
    }

    @Test
    void rule14_anEarlierDoseOfTheSubjectItselfMakesTheFlaggedOneItsSecond() {
        Clinic flagged = second.knows(missed(1, "2023-03-11"), dose(2, "2023-04-09"));
        assertThat(flagged.flags("treatment-1")).contains("first-dose-too-soon");

        assertThat(flagged.knows(dose(1, "2023-03-05")).flags("treatment-1")).doesNotContain("first-dose-too-soon");
    }

    @Test
    void rule14_aFirstDoseTooSoonAfterAnAuthorisedOneIsNotAuthorised() {
        Clinic planned = child.firstDosePlannedFor("NL-001", "staggered", "2023-03-10");
        planned.neverTrue(14, "first-dose-too-soon", authorisation(1, "2023-04-09", null));
        planned.neverTrue(14, "first-dose-too-soon", authorisation(1, "2023-03-05", null));
        planned.trusts("first-dose-too-soon", authorisation(1, "2023-04-10", null));
    }

    @Test
    void rule14_aDoseThatWasGivenIsHeldAgainstThoseGivenOnly() {
        child.firstDosePlannedFor("NL-001", "staggered", "2023-03-10")
                .trusts("first-dose-too-soon", dose(1, "2023-03-10"));
    }

    @Test
    void rule14_aFirstDoseMissedMakesTheNextAuthorisedOneTheFirst() {
        second.knows(missed(1, "2023-03-11"))
                .neverTrue(14, "first-dose-too-soon", authorisation(2, "2023-04-09", null));
    }
}
