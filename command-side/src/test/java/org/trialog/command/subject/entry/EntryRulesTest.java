package org.trialog.command.subject.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.subject.Records.arm;
import static org.trialog.command.subject.Records.birth;
import static org.trialog.command.subject.Records.childIn;
import static org.trialog.command.subject.Records.covariate;
import static org.trialog.command.subject.Records.dose;
import static org.trialog.command.subject.Records.enrolledChild;
import static org.trialog.command.subject.Records.enrolment;
import static org.trialog.command.subject.Records.guardianConsent;
import static org.trialog.command.subject.Records.on;
import static org.trialog.command.subject.Records.pregnancy;
import static org.trialog.command.subject.Records.screening;

import org.junit.jupiter.api.Test;
import org.trialog.command.subject.Clinic;
import org.trialog.events.clinical.Consent;
import org.trialog.events.clinical.ConsentGiver;
import org.trialog.events.clinical.Randomisation;
import org.trialog.events.clinical.ScreenFailure;
import org.trialog.events.clinical.Screening;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.SiteId;

class EntryRulesTest {
    private final Clinic screened = Clinic.opens().knows(screening("2023-02-01"));

    @Test
    void nothingIsRecordedOfASubjectThatWasNeverScreened() {
        Clinic.opens().refuses(0, "subject-unknown", enrolment("2023-03-01"));
    }

    @Test
    void rule07_aSubjectNumberIsGivenOnce() {
        screened.refuses(7, "subject-number-in-use", screening("2023-02-02"));
        screened.retracts("screening-1").refuses(7, "subject-number-in-use", screening("2023-02-02"));
    }

    @Test
    void aSubjectIsScreenedAtASiteOfTheStudy() {
        Clinic.opens().refuses(0, "site-unknown", new Screening(on("2023-02-01"), new SiteId("NO")));
        assertThat(Clinic.opens()
                        .imports(new Screening(on("2023-02-01"), new SiteId("NO")))
                        .flags())
                .containsExactly("site-unknown");
    }

    @Test
    void theArmIsOneOfTheProtocols() {
        Clinic.opens().knows(enrolledChild()).neverTrue(0, "arm-unknown", arm("2023-03-01", "placebo"));
    }

    @Test
    void thereIsNoArmAndNoDoseBeforeEnrolment() {
        Clinic consented = screened.knows(birth("2023-01-10", null), guardianConsent("2023-02-20"));

        consented.onlyAsDeviation(0, "not-enrolled", arm("2023-03-01", "cells"));
        consented.onlyAsDeviation(0, "not-enrolled", new Randomisation(on("2023-03-01"), new ArmId("cells"), null));
        consented.onlyAsDeviation(0, "not-enrolled", dose(1, "2023-03-01"));
    }

    @Test
    void anArmRecordedAsADeviationIsExplainedByTheEnrolmentThatFollows() {
        Clinic early = screened.knows(birth("2023-01-10", "40+0"), guardianConsent("2023-02-20"))
                .deviates(arm("2023-03-01", "cells"));
        assertThat(early.flags()).containsExactly("not-enrolled");

        assertThat(early.knows(enrolment("2023-03-01")).flags()).isEmpty();
    }

    @Test
    void aDoseNeedsAnArm() {
        Clinic.opens().knows(enrolledChild()).onlyAsDeviation(0, "arm-not-set", dose(1, "2023-03-10"));
    }

    @Test
    void whatHappensOnceIsRecordedOnce() {
        Clinic child = Clinic.opens().knows(childIn("cells"));

        child.neverTrue(0, "already-recorded", enrolment("2023-03-02"));
        child.neverTrue(0, "already-recorded", birth("2023-01-11", null));
        child.neverTrue(0, "already-recorded", arm("2023-03-02", "untreated"));
        child.neverTrue(0, "already-recorded", new Randomisation(on("2023-03-02"), new ArmId("cells"), null));
    }

    @Test
    void aScreenFailureIsNotEnrolled() {
        screened.knows(birth("2023-01-10", null), guardianConsent("2023-02-20"))
                .knows(new ScreenFailure(on("2023-02-21"), "eligibility"))
                .onlyAsDeviation(0, "enrolled-and-screen-failed", enrolment("2023-03-01"));
    }

    @Test
    void rule03_theAgeAtConsentIsBelowTheLimitOfTheVersionAtConsent() {
        Clinic old = screened.knows(birth("2020-05-01", null));

        old.amended().knows(consentTo(2)).onlyAsDeviation(3, "age-at-consent", enrolment("2023-03-01"));
        assertThat(old.amended().knows(consentTo(1), enrolment("2023-03-01")).flags("enrolment-1"))
                .isEmpty();
    }

    @Test
    void rule03_anAgeThatCannotBeToldIsFlagged() {
        screened.knows(guardianConsent("2023-02-20")).doubts("possibly-age-at-consent", enrolment("2023-03-01"));
        screened.amended()
                .knows(birth("2021", null), consentTo(2))
                .doubts("possibly-age-at-consent", enrolment("2023-03-01"));
        screened.knows(birth("2013-02-20", null), guardianConsent("2023-02-20"))
                .refuses(3, "age-at-consent", enrolment("2023-03-01"));
        screened.knows(birth("2013-02-21", null), guardianConsent("2023-02-20"))
                .trusts("age-at-consent", enrolment("2023-03-01"));
    }

    @Test
    void rule03_aCriterionIsRecordedAndMet() {
        Clinic consented = screened.amended().knows(birth("2023-01-10", null), consentTo(2));

        Clinic open = consented.doubts("eligibility-not-recorded", enrolment("2023-03-01"));
        assertThat(open.knows(covariate("glycine", "yes")).flags()).isEmpty();
        consented.knows(covariate("glycine", "no")).onlyAsDeviation(3, "criterion-not-met", enrolment("2023-03-01"));
    }

    @Test
    void rule04_theCorrectedAgeCountsFromTheExpectedDate() {
        Clinic early =
                screened.knows(birth("2021-08-01", null), guardianConsent("2023-02-20"), enrolment("2023-03-01"));

        early.knows(pregnancy("2021-08-21", 1)).trusts("corrected-age", arm("2023-03-01", "cells"));
        early.knows(pregnancy("2021-08-20", 1)).onlyAsDeviation(4, "corrected-age", arm("2023-03-01", "cells"));
        early.doubts("possibly-corrected-age", arm("2023-03-01", "cells"));
    }

    @Test
    void rule04_theExpectedDateFollowsFromTheGestationalAgeAtBirth() {
        screened.knows(birth("2021-08-01", "37+1"), guardianConsent("2023-02-20"), enrolment("2023-03-01"))
                .trusts("corrected-age", arm("2023-03-01", "cells"));
        screened.knows(birth("2021-08-01", "40+0"), guardianConsent("2023-02-20"), enrolment("2023-03-01"))
                .refuses(4, "corrected-age", arm("2023-03-01", "cells"));
    }

    @Test
    void rule04_isJudgedForTheArmsThatItNames() {
        screened.knows(birth("2018-08-01", "40+0"), guardianConsent("2023-02-20"), enrolment("2023-03-01"))
                .trusts("corrected-age", arm("2023-03-01", "untreated"));
    }

    private static Consent consentTo(int version) {
        return new Consent(on("2023-02-20"), ConsentGiver.GUARDIAN, version);
    }
}
