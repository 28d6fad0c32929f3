package org.trialog.command.subject.consent;

import static org.trialog.command.subject.Records.guardianConsent;
import static org.trialog.command.subject.Records.screening;

import org.junit.jupiter.api.Test;
import org.trialog.command.subject.Clinic;

class ConsentVersionTest {
    private final Clinic screened = Clinic.opens().amended().knows(screening("2023-02-01"));

    @Test
    void rule02_theVersionIsTheOneThatTheSiteWentByOnThatDay() {
        Clinic activated = screened.activated(Clinic.SITE, 1, "2022-01-01").activated(Clinic.SITE, 2, "2023-06-01");

        activated.trusts("superseded-version", guardianConsent("2023-05-31"));
        activated.doubts("superseded-version", guardianConsent("2023-06-01"));
        activated.doubts("possibly-superseded-version", guardianConsent("2023"));
    }

    @Test
    void rule02_anotherSitesActivationSaysNothing() {
        screened.activated(Clinic.SITE, 1, "2022-01-01")
                .activated(Clinic.OTHER_SITE, 2, "2023-01-01")
                .trusts("superseded-version", guardianConsent("2023-06-01"));
    }
}
