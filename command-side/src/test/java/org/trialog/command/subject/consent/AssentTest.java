package org.trialog.command.subject.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.subject.CourseRecords.withdrawn;
import static org.trialog.command.subject.Records.birth;
import static org.trialog.command.subject.Records.consent;
import static org.trialog.command.subject.Records.guardianConsent;
import static org.trialog.command.subject.Records.screening;
import static org.trialog.command.subject.Records.unscheduled;

import org.junit.jupiter.api.Test;
import org.trialog.command.subject.Clinic;
import org.trialog.command.subject.TrialOfMothers;
import org.trialog.events.clinical.ConsentGiver;
import org.trialog.events.clinical.ConsentScope;

class AssentTest {
    private final Clinic screened =
            Clinic.opens().under(TrialOfMothers.version(1)).knows(screening("2023-02-01"));

    @Test
    void rule01_fromTheAgeOfAssentTheChildIsAskedBesideItsGuardian() {
        Clinic child = screened.knows(birth("2011-03-10", null), guardianConsent("2023-02-20"));

        child.trusts("assent-missing", unscheduled("2023-03-09"));
        child.onlyAsDeviation(1, "assent-missing", unscheduled("2023-03-10"));
        child.doubts("possibly-assent-missing", unscheduled("2023-03"));
        child.knows(consent("2023-03-10", ConsentGiver.ASSENT)).trusts("assent-missing", unscheduled("2023-03-10"));
        child.knows(consent("2023-03-12", ConsentGiver.ASSENT)).refuses(1, "assent-missing", unscheduled("2023-03-11"));
    }

    @Test
    void rule01_anAssentThatIsFoundLaterExplainsWhatWasFlagged() {
        Clinic flagged = screened.knows(birth("2011-03-10", null), guardianConsent("2023-02-20"))
                .deviates(unscheduled("2023-04-01"));

        assertThat(flagged.flags("visit-1")).containsExactly("assent-missing");
        assertThat(flagged.knows(consent("2023-03-20", ConsentGiver.ASSENT)).flags("visit-1"))
                .isEmpty();
    }

    @Test
    void rule01_fromTheProtocolsMajorityOnTheSubjectConsentsItself() {
        Clinic grown = screened.knows(birth("2007-03-10", null), consent("2023-02-20", ConsentGiver.SUBJECT));

        grown.trusts("consent-of-wrong-person", unscheduled("2023-03-10"));
        grown.trusts("assent-missing", unscheduled("2023-03-10"));
        grown.refuses(1, "consent-of-wrong-person", unscheduled("2023-03-09"));
    }

    @Test
    void rule01_aConsentWithdrawnInFullIsNoLongerEffective() {
        Clinic again = screened.knows(
                birth("2023-01-10", null),
                guardianConsent("2023-02-20"),
                withdrawn("2023-04-01", "consent-1", ConsentScope.ALL),
                consent("2023-05-01", ConsentGiver.SUBJECT));

        again.refuses(1, "consent-of-wrong-person", unscheduled("2023-05-02"));
        again.trusts("consent-of-wrong-person", unscheduled("2023-04-01"));
    }
}
