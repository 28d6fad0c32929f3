package org.trialog.command.subject.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.subject.Records.authorisation;
import static org.trialog.command.subject.Records.childIn;
import static org.trialog.command.subject.Records.dose;
import static org.trialog.command.subject.Records.missed;
import static org.trialog.command.subject.Records.stop;
import static org.trialog.command.subject.Records.withdrawal;

import org.junit.jupiter.api.Test;
import org.trialog.command.subject.Clinic;
import org.trialog.events.clinical.WithdrawalKind;

class AuthorisationTest {
    private final Clinic child = Clinic.opens().knows(childIn("cells"));

    @Test
    void rule08_noDoseIsAuthorisedForAControl() {
        Clinic.opens()
                .knows(childIn("untreated"))
                .neverTrue(8, "dose-to-control", authorisation(1, "2023-03-10", null));
    }

    @Test
    void rule09_dosesAreAuthorisedInTheirOrder() {
        Clinic dosed = child.knows(dose(1, "2023-03-10"));

        child.neverTrue(9, "authorised-out-of-order", authorisation(2, "2023-07-10", null));
        dosed.trusts("authorised-out-of-order", authorisation(2, "2023-07-10", null));
        dosed.neverTrue(9, "authorised-out-of-order", authorisation(2, "2023-03-09", null));
        dosed.neverTrue(9, "authorised-out-of-order", authorisation(3, "2023-11-10", null));
        child.knows(missed(1, "2023-03-10")).trusts("authorised-out-of-order", authorisation(2, "2023-07-10", null));
        child.knows(authorisation(1, "2023-03-10", null))
                .trusts("authorised-out-of-order", authorisation(2, "2023-07-10", null));
    }

    @Test
    void rule11_noDoseIsAuthorisedForADayThatIsOver() {
        child.neverTrue(11, "planned-before-authorised", authorisation(1, "2023-03-04", null));
        child.trusts("planned-before-authorised", authorisation(1, "2023-03-05", null));
    }

    @Test
    void rule11_noDoseBeyondThePlanIsAuthorised() {
        child.neverTrue(11, "authorised-beyond-plan", authorisation(4, "2024-03-10", null));
        child.neverTrue(11, "authorised-beyond-plan", authorisation(0, "2024-03-10", null));
        child.neverTrue(11, "booster-not-planned", authorisation(null, "2024-03-10", null));
        child.knows(authorisation(1, "2023-03-10", null), authorisation(2, "2023-07-10", null))
                .trusts("authorised-beyond-plan", authorisation(3, "2023-11-10", null));
    }

    @Test
    void rule11_aBoosterIsAuthorisedWhereTheProtocolHasThem() {
        Clinic.opens().knows(childIn("boosted")).trusts("booster-not-planned", authorisation(null, "2024-03-10", null));
    }

    @Test
    void rule11_aDoseIsAuthorisedOnceAndBeforeItIsGiven() {
        Clinic authorised = child.knows(authorisation(1, "2023-03-10", null));

        assertThat(authorised.knows(dose(1, "2023-03-10")).flags("dose-authorisation-1"))
                .isEmpty();
        authorised.doubts("authorised-already", authorisation(1, "2023-03-11", null));
        authorised.trusts("authorised-already", authorisation(2, "2023-07-10", null));
        child.knows(dose(1, "2023-03-04")).doubts("authorised-after-dose", authorisation(1, "2023-03-10", null));
    }

    @Test
    void rule22_noDoseIsAuthorisedForADayAfterTheTreatmentEnded() {
        child.knows(stop("2023-03-09")).neverTrue(22, "authorised-after-end", authorisation(1, "2023-03-10", null));
        child.knows(withdrawal("2023-03-09", WithdrawalKind.PROCEDURES))
                .neverTrue(22, "authorised-after-end", authorisation(1, "2023-03-10", null));
        child.knows(stop("2023-03-10")).trusts("authorised-after-end", authorisation(1, "2023-03-10", null));
    }
}
