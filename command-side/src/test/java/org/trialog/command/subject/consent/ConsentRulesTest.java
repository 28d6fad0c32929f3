package org.trialog.command.subject.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.subject.Records.arm;
import static org.trialog.command.subject.Records.birth;
import static org.trialog.command.subject.Records.childIn;
import static org.trialog.command.subject.Records.consent;
import static org.trialog.command.subject.Records.covariate;
import static org.trialog.command.subject.Records.dose;
import static org.trialog.command.subject.Records.enrolledChild;
import static org.trialog.command.subject.Records.enrolment;
import static org.trialog.command.subject.Records.fracture;
import static org.trialog.command.subject.Records.guardianConsent;
import static org.trialog.command.subject.Records.on;
import static org.trialog.command.subject.Records.pregnancy;
import static org.trialog.command.subject.Records.screening;
import static org.trialog.command.subject.Records.unscheduled;

import org.junit.jupiter.api.Test;
import org.trialog.command.subject.Clinic;
import org.trialog.events.clinical.Consent;
import org.trialog.events.clinical.ConsentGiver;
import org.trialog.events.value.Bone;

class ConsentRulesTest {
    private final Clinic screened = Clinic.opens().knows(screening("2023-02-01"), birth("2023-01-10", null));

    @Test
    void rule01_noProcedureBeforeAnyConsent() {
        screened.onlyAsDeviation(1, "consent-missing", unscheduled("2023-03-02"));
        screened.refuses(1, "consent-missing", enrolment("2023-03-01"));
    }

    @Test
    void rule01_noDoseDatedBeforeTheConsent() {
        Clinic child = Clinic.opens().knows(childIn("cells"));

        child.onlyAsDeviation(1, "before-consent", dose(1, "2023-02-19"));
        child.doubts("possibly-before-consent", dose(1, "2023-02"));
        child.trusts("before-consent", dose(1, "2023-02-20"));
    }

    @Test
    void rule01_whatIsHistoryNeedsNoConsent() {
        assertThat(screened.knows(fracture("2023-01-20", Bone.FEMUR), covariate("type", "III"))
                        .flags())
                .isEmpty();
    }

    @Test
    void rule01_aChildsConsentIsItsGuardians() {
        Clinic consented = screened.knows(consent("2023-02-20", ConsentGiver.SUBJECT));

        consented.onlyAsDeviation(1, "consent-of-wrong-person", enrolment("2023-03-01"));
        screened.knows(consent("2023-02-20", ConsentGiver.ASSENT))
                .refuses(1, "consent-missing", unscheduled("2023-03-01"));
    }

    @Test
    void rule01_anAdultConsentsInPerson() {
        Clinic.opens()
                .knows(screening("2023-02-01"), birth("1980", null), consent("2023-02-20", ConsentGiver.SUBJECT))
                .trusts("consent-of-wrong-person", unscheduled("2023-03-01"));
    }

    @Test
    void rule01_forAFetusThePregnantWomanConsentsAndAfterBirthTheGuardianAgain() {
        Clinic fetus = Clinic.opens().knows(screening("2023-02-01"), pregnancy("2023-06-01", 1));
        fetus.knows(guardianConsent("2023-02-10")).refuses(1, "consent-of-wrong-person", enrolment("2023-02-12"));

        Clinic born = fetus.knows(
                consent("2023-02-10", ConsentGiver.PREGNANT_WOMAN),
                enrolment("2023-02-12"),
                arm("2023-02-12", "cells"),
                dose(1, "2023-03-01"),
                birth("2023-06-03", "40+2"));
        assertThat(born.flags()).doesNotContain("consent-not-renewed-after-birth");
        born.onlyAsDeviation(1, "consent-not-renewed-after-birth", unscheduled("2023-06-20"));
        born.knows(guardianConsent("2023-06-10")).trusts("before-consent", unscheduled("2023-06-20"));
        born.knows(guardianConsent("2023-06-10")).refuses(1, "before-consent", unscheduled("2023-06-09"));
    }

    @Test
    void rule01_aRetrospectiveArmIsExempt() {
        Clinic historical = screened.knows(arm("2023-02-01", "historical"));

        assertThat(historical
                        .knows(enrolment("2023-02-01"), unscheduled("2023-02-10"))
                        .flags())
                .isEmpty();
    }

    @Test
    void rule01_anEnrolmentBeforeItsConsentIsOpenUntilTheArmSaysWhetherItIsRetrospective() {
        Clinic open = screened.knows(guardianConsent("2024-02-01"))
                .doubts("possibly-before-consent", enrolment("2023-02-01"));

        assertThat(open.knows(arm("2023-02-01", "historical")).flags()).isEmpty();
        assertThat(open.knows(arm("2023-02-01", "untreated")).flags("enrolment-1"))
                .containsExactly("before-consent");
    }

    @Test
    void rule01_anImportWithoutAnyConsentIsFlaggedOncePerSubject() {
        Clinic imported = Clinic.opens()
                .imports(
                        screening("2023-02-01"),
                        birth("2023-01-10", "40+0"),
                        enrolment("2023-03-01"),
                        arm("2023-03-01", "cells"),
                        unscheduled("2023-03-02"),
                        unscheduled("2023-03-09"));

        assertThat(imported.flags()).containsExactly("consent-missing");
        assertThat(imported.state().flags(null)).singleElement().satisfies(flag -> assertThat(flag.rule())
                .isEqualTo(1));
    }

    @Test
    void rule01_aConsentThatIsFoundLaterExplainsWhatWasFlagged() {
        Clinic imported = Clinic.opens()
                .imports(
                        screening("2023-02-01"),
                        birth("2023-01-10", null),
                        enrolment("2023-03-01"),
                        arm("2023-03-01", "untreated"));
        assertThat(imported.flags()).containsExactly("consent-missing");

        assertThat(imported.knows(guardianConsent("2023-02-20")).flags()).isEmpty();
        assertThat(imported.knows(guardianConsent("2023-03-02")).flags()).containsExactly("before-consent");
    }

    @Test
    void rule01_retractingTheConsentFlagsWhatStoodOnIt() {
        assertThat(Clinic.opens().knows(enrolledChild()).retracts("consent-1").flags())
                .containsExactly("consent-missing");
    }

    @Test
    void rule02_consentToASupersededVersionIsFlagged() {
        Clinic.opens()
                .amended()
                .knows(screening("2023-02-01"))
                .doubts("superseded-version", guardianConsent("2023-02-20"));
        Clinic.opens().knows(screening("2023-02-01")).trusts("superseded-version", guardianConsent("2023-02-20"));
    }

    @Test
    void aVersionThatWasNeverPublishedIsRefused() {
        Clinic.opens()
                .knows(screening("2023-02-01"))
                .neverTrue(0, "protocol-version-unknown", new Consent(on("2023-02-20"), ConsentGiver.GUARDIAN, 9));
    }
}
