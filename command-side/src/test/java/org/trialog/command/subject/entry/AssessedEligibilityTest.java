package org.trialog.command.subject.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.subject.CourseRecords.assessed;
import static org.trialog.command.subject.Records.arm;
import static org.trialog.command.subject.Records.birth;
import static org.trialog.command.subject.Records.consent;
import static org.trialog.command.subject.Records.covariate;
import static org.trialog.command.subject.Records.enrolment;
import static org.trialog.command.subject.Records.guardianConsent;
import static org.trialog.command.subject.Records.on;
import static org.trialog.command.subject.Records.pregnancy;
import static org.trialog.command.subject.Records.screening;
import static org.trialog.events.clinical.CriterionAnswer.MET;
import static org.trialog.events.clinical.CriterionAnswer.NOT_MET;
import static org.trialog.events.clinical.CriterionAnswer.UNKNOWN;

import org.junit.jupiter.api.Test;
import org.trialog.command.subject.Clinic;
import org.trialog.command.subject.TrialOfMothers;
import org.trialog.events.clinical.Consent;
import org.trialog.events.clinical.ConsentGiver;

class AssessedEligibilityTest {
    private final Clinic screened =
            Clinic.opens().under(TrialOfMothers.version(1)).knows(screening("2023-02-01"));
    private final Clinic child = screened.knows(birth("2023-01-10", null), guardianConsent("2023-02-20"));

    @Test
    void rule03_anAssessmentAnswersTheCriteria() {
        child.doubts("eligibility-not-recorded", enrolment("2023-03-01"));
        assertThat(child.knows(assessed(1, true, "glycine", MET), enrolment("2023-03-01"))
                        .flags())
                .isEmpty();
        child.knows(assessed(1, false, "glycine", NOT_MET))
                .onlyAsDeviation(3, "criterion-not-met", enrolment("2023-03-01"));
        child.knows(assessed(1, true, "glycine", UNKNOWN)).doubts("eligibility-not-recorded", enrolment("2023-03-01"));
    }

    @Test
    void rule03_theLastAssessmentCountsAndBeforeACovariate() {
        child.knows(covariate("glycine", "no"), assessed(1, true, "glycine", MET))
                .trusts("criterion-not-met", enrolment("2023-03-01"));
        child.knows(assessed(1, false, "glycine", NOT_MET), assessed(1, true, "glycine", MET))
                .trusts("criterion-not-met", enrolment("2023-03-01"));
        child.knows(assessed(1, true, "glycine", MET), assessed(1, false, "glycine", NOT_MET))
                .refuses(3, "criterion-not-met", enrolment("2023-03-01"));
    }

    @Test
    void rule03_theVerdictStandsBesideTheAnswers() {
        child.doubts("verdict-contradicts-criteria", assessed(1, true, "glycine", NOT_MET));
        child.knows(assessed(1, false, "glycine", MET))
                .onlyAsDeviation(3, "found-not-eligible", enrolment("2023-03-01"));
    }

    @Test
    void rule03_anAssessmentSpeaksOfTheCriteriaOfTheVersionAtConsent() {
        child.neverTrue(3, "criterion-unknown", assessed(1, true, "glycin", MET));
        child.neverTrue(0, "protocol-version-unknown", assessed(7, true));

        Clinic amended = child.under(TrialOfMothers.version(2));
        amended.doubts("assessed-by-other-version", assessed(2, true, "glycine", MET));
        assertThat(amended.knows(assessed(2, true, "glycine", MET))
                        .corrects("consent-1", new Consent(on("2023-02-20"), ConsentGiver.GUARDIAN, 2))
                        .flags())
                .isEmpty();
    }

    @Test
    void rule03_theGestationalAgeAtConsentIsWithinTheCriterion() {
        Clinic fetus = screened.knows(consent("2023-02-20", ConsentGiver.PREGNANT_WOMAN));

        enrolled(fetus, "2023-07-17").trusts("gestational-age", arm("2023-03-01", "prenatal"));
        enrolled(fetus, "2023-08-15").onlyAsDeviation(3, "gestational-age", arm("2023-03-01", "prenatal"));
        enrolled(fetus, "2023-08-15").trusts("gestational-age", arm("2023-03-01", "cells"));
    }

    @Test
    void rule03_whoIsBornHasNoGestationalAgeAnyMore() {
        Clinic early = child.knows(pregnancy("2023-03-20", 1), assessed(1, true, "glycine", MET))
                .knows(enrolment("2023-03-01"));

        early.onlyAsDeviation(3, "gestational-age", arm("2023-03-01", "prenatal"));
    }

    private static Clinic enrolled(Clinic fetus, String expected) {
        return fetus.knows(pregnancy(expected, 1), assessed(1, true, "glycine", MET), enrolment("2023-03-01"));
    }
}
