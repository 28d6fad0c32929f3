package org.trialog.command.subject.ending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.subject.CourseRecords.withdrawn;
import static org.trialog.command.subject.Records.adverseEvent;
import static org.trialog.command.subject.Records.childIn;
import static org.trialog.command.subject.Records.consent;
import static org.trialog.command.subject.Records.death;
import static org.trialog.command.subject.Records.dose;
import static org.trialog.command.subject.Records.fracture;
import static org.trialog.command.subject.Records.guardianConsent;
import static org.trialog.command.subject.Records.on;
import static org.trialog.command.subject.Records.unscheduled;
import static org.trialog.command.subject.Records.weight;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trialog.command.subject.Clinic;
import org.trialog.events.clinical.AdverseEventOutcome;
import org.trialog.events.clinical.AtVisit;
import org.trialog.events.clinical.ConsentGiver;
import org.trialog.events.clinical.ConsentScope;
import org.trialog.events.clinical.FollowUp;
import org.trialog.events.clinical.FollowUpAnswer;
import org.trialog.events.clinical.FollowUpKind;
import org.trialog.events.clinical.FollowUpSource;
import org.trialog.events.clinical.Harvest;
import org.trialog.events.clinical.SeriousnessCriterion;
import org.trialog.events.clinical.Visit;
import org.trialog.events.clinical.VisitMode;
import org.trialog.events.clinical.VisitType;
import org.trialog.events.value.Bone;
import org.trialog.events.value.RecordId;

class PartialWithdrawalTest {
    private static final String CODE = "after-consent-withdrawn";

    private final Clinic child = Clinic.opens().knows(childIn("cells"));

    @Test
    void rule24_ofTreatmentNoDoseIsGivenAndVisitsGoOn() {
        Clinic partly = without(ConsentScope.TREATMENT);

        partly.onlyAsDeviation(24, CODE, dose(1, "2023-08-03"));
        partly.trusts(CODE, unscheduled("2023-08-03"));
        partly.trusts(CODE, dose(1, "2023-08-02"));
    }

    @Test
    void rule24_ofVisitsNothingIsTakenAtThemAndTheTelephoneStaysOpen() {
        Clinic partly = without(ConsentScope.VISITS);

        partly.onlyAsDeviation(24, CODE, unscheduled("2023-08-03"));
        partly.onlyAsDeviation(24, CODE, weight("2023-08-03", "9", "kg"));
        partly.onlyAsDeviation(24, CODE, asked(FollowUpSource.VISIT));
        partly.trusts(CODE, call("2023-08-03"));
        partly.trusts(CODE, asked(FollowUpSource.TELEPHONE));
        partly.trusts(CODE, fracture("2023-08-03", Bone.FEMUR));

        Clinic visited = child.knows(unscheduled("2023-08-03"))
                .deviates(withdrawn("2023-08-02", "consent-1", ConsentScope.VISITS));
        assertThat(visited.flags("visit-1")).containsExactly(CODE);
        visited.onlyAsDeviation(24, CODE, ((AtVisit) fracture("2023-08-03", Bone.FEMUR)).at(new RecordId("visit-1")));
    }

    @Test
    void rule24_ofContactRegistriesAndSamplesWhatEachCovers() {
        without(ConsentScope.CONTACT).onlyAsDeviation(24, CODE, call("2023-08-03"));
        without(ConsentScope.CONTACT).onlyAsDeviation(24, CODE, asked(FollowUpSource.TELEPHONE));
        without(ConsentScope.CONTACT).trusts(CODE, unscheduled("2023-08-03"));
        without(ConsentScope.REGISTRIES).onlyAsDeviation(24, CODE, asked(FollowUpSource.REGISTRY));
        without(ConsentScope.REGISTRIES).onlyAsDeviation(24, CODE, asked(FollowUpSource.CHART));
        without(ConsentScope.REGISTRIES).trusts(CODE, asked(FollowUpSource.VISIT));
        without(ConsentScope.SAMPLES)
                .onlyAsDeviation(24, CODE, new Harvest(on("2023-08-03"), "bone-marrow", null, null, null, List.of()));
    }

    @Test
    void rule24_ofAllOfItNoNewDataAndTheRestStaysOpen() {
        Clinic wholly = without(ConsentScope.ALL);

        wholly.onlyAsDeviation(24, CODE, unscheduled("2023-08-03"));
        wholly.onlyAsDeviation(24, CODE, fracture("2023-08-03", Bone.FEMUR));
        assertThat(wholly.knows(
                                fracture("2023-08-02", Bone.FEMUR),
                                adverseEvent(
                                        "2023-09-01",
                                        4,
                                        true,
                                        AdverseEventOutcome.RECOVERED,
                                        SeriousnessCriterion.LIFE_THREATENING),
                                death("2023-10-01"))
                        .flags())
                .isEmpty();
    }

    @Test
    void rule24_consentGivenAgainReopensAndAssentIsNoConsent() {
        Clinic wholly = without(ConsentScope.ALL);

        wholly.knows(guardianConsent("2023-10-01")).trusts(CODE, unscheduled("2023-10-02"));
        wholly.knows(guardianConsent("2023-10-01")).refuses(24, CODE, unscheduled("2023-09-30"));
        wholly.knows(consent("2023-10-01", ConsentGiver.ASSENT)).refuses(24, CODE, unscheduled("2023-10-02"));
    }

    @Test
    void rule22_aConsentIsWithdrawnAfterItWasGiven() {
        child.neverTrue(22, "withdrawn-before-consent", withdrawn("2023-02-19", "consent-1", ConsentScope.ALL));
        child.doubts("possibly-withdrawn-before-consent", withdrawn("2023", "consent-1", ConsentScope.ALL));
    }

    private Clinic without(ConsentScope part) {
        return child.knows(withdrawn("2023-08-02", "consent-1", part));
    }

    private static Visit call(String date) {
        return new Visit(on(date), null, null, null, null, VisitType.UNSCHEDULED, VisitMode.TELEPHONE);
    }

    private static FollowUp asked(FollowUpSource source) {
        return new FollowUp(
                Set.of(FollowUpKind.ALL),
                LocalDate.parse("2023-08-03"),
                LocalDate.parse("2023-09-03"),
                FollowUpAnswer.NONE,
                source,
                null);
    }
}
