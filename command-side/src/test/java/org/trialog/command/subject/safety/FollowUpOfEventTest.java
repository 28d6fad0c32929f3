package org.trialog.command.subject.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.subject.Records.adverseEvent;
import static org.trialog.command.subject.Records.enrolledChild;
import static org.trialog.command.subject.Records.furtherCourse;
import static org.trialog.command.subject.Records.on;
import static org.trialog.command.subject.Records.opinion;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trialog.command.order.Act;
import org.trialog.command.subject.Clinic;
import org.trialog.events.clinical.AdverseEvent;
import org.trialog.events.clinical.AdverseEventFollowUp;
import org.trialog.events.clinical.AdverseEventOutcome;
import org.trialog.events.clinical.Assessor;
import org.trialog.events.clinical.Relatedness;
import org.trialog.events.clinical.SeriousnessCriterion;
import org.trialog.events.value.Role;

class FollowUpOfEventTest {
    private final Clinic child = Clinic.opens().knows(enrolledChild());
    private final Clinic feverish =
            child.knows(adverseEvent("2023-04-01", 2, false, AdverseEventOutcome.NOT_RECOVERED));

    @Test
    void rule31_aCaseThatTurnsFatalIsSerious() {
        feverish.neverTrue(31, "fatal-not-serious", furtherCourse(AdverseEventOutcome.FATAL, null));
        feverish.neverTrue(31, "fatal-not-serious", furtherCourse(AdverseEventOutcome.FATAL, false));
        feverish.doubts("fatal-without-death", furtherCourse(AdverseEventOutcome.FATAL, true));
        feverish.trusts("fatal-not-serious", furtherCourse(AdverseEventOutcome.RECOVERED, null));
    }

    @Test
    void rule31_aFatalCaseDoesNotStopToBeSerious() {
        Clinic fatal =
                child.knows(adverseEvent("2023-04-01", 5, true, AdverseEventOutcome.FATAL, SeriousnessCriterion.DEATH));

        fatal.neverTrue(31, "fatal-not-serious", furtherCourse(null, false));
    }

    @Test
    void rule31_theEventIsFlaggedWhenTheFollowUpThatMadeItSeriousIsRetracted() {
        Clinic fatal = feverish.knows(furtherCourse(null, true), furtherCourse(AdverseEventOutcome.FATAL, null));
        assertThat(fatal.flags()).doesNotContain("fatal-not-serious");

        assertThat(fatal.retracts("adverse-event-follow-up-1").flags("adverse-event-1"))
                .contains("fatal-not-serious");
    }

    @Test
    void rule33_aCaseThatTurnsSeriousNeedsTheDayOfAwareness() {
        feverish.doubts("awareness-unknown", furtherCourse(null, true));
    }

    @Test
    void rule34_theSponsorGivesAnOpinionAndNothingElse() {
        Clinic sponsor = feverish.as(Role.DATA_MANAGER);
        AdverseEventFollowUp course = furtherCourse(AdverseEventOutcome.RECOVERED, null);

        sponsor.neverTrue(
                34,
                "sponsor-opinion-only",
                new AdverseEventFollowUp(
                        course.date(),
                        course.of(),
                        Assessor.SPONSOR,
                        null,
                        null,
                        null,
                        Set.of(),
                        Relatedness.RELATED,
                        null,
                        AdverseEventOutcome.RECOVERED,
                        null));
        sponsor.trusts("sponsor-opinion-only", opinion(Assessor.SPONSOR, Relatedness.RELATED));
    }

    @Test
    void rule34_aWeakerOpinionOfTheSponsorStandsBesideTheInvestigators() {
        Clinic sponsor = feverish.knows(opinion(Assessor.INVESTIGATOR, Relatedness.PROBABLE))
                .as(Role.DATA_MANAGER);

        Clinic both = sponsor.doubts("sponsor-opinion-weaker", opinion(Assessor.SPONSOR, Relatedness.UNLIKELY));
        AdverseEvent event =
                both.state().standing(AdverseEvent.class).getFirst().details();
        assertThat(event.relatedness()).isEqualTo(Relatedness.PROBABLE);
        assertThat(event.sponsorRelatedness()).isEqualTo(Relatedness.UNLIKELY);

        sponsor.trusts("sponsor-opinion-weaker", opinion(Assessor.SPONSOR, Relatedness.PROBABLE));
        sponsor.trusts("sponsor-opinion-weaker", opinion(Assessor.SPONSOR, Relatedness.RELATED));
        sponsor.trusts("sponsor-opinion-weaker", opinion(Assessor.SPONSOR, Relatedness.UNKNOWN));
        feverish.as(Role.DATA_MANAGER)
                .trusts("sponsor-opinion-weaker", opinion(Assessor.SPONSOR, Relatedness.NOT_RELATED));
    }

    @Test
    void rule34_theFlagComesWhenTheInvestigatorSeesMoreOfARelationLater() {
        Clinic agreed = feverish.as(Role.DATA_MANAGER).knows(opinion(Assessor.SPONSOR, Relatedness.POSSIBLE));
        assertThat(agreed.flags()).doesNotContain("sponsor-opinion-weaker");

        assertThat(agreed.as(Role.COORDINATOR)
                        .knows(opinion(Assessor.INVESTIGATOR, Relatedness.RELATED))
                        .flags("adverse-event-follow-up-1"))
                .contains("sponsor-opinion-weaker");
    }

    @Test
    void aFollowUpSaysSomethingOfAnEventThatIsRecorded() {
        feverish.neverTrue(0, "event-follow-up-empty", opinion(Assessor.INVESTIGATOR, null));
        child.refuses(0, "record-unknown", opinion(Assessor.INVESTIGATOR, Relatedness.RELATED));
        feverish.retracts("adverse-event-1")
                .refuses(0, "record-unknown", Act.Make.of(opinion(Assessor.INVESTIGATOR, Relatedness.RELATED)));
    }

    @Test
    void rule33_nobodyLearnsOfAnEventBeforeItBegins() {
        child.neverTrue(33, "aware-before-onset", aware("2023-04-02", "2023-04-01"));
        child.trusts("aware-before-onset", aware("2023-04", "2023-04-01"));
        child.trusts("aware-before-onset", aware("2023-04-01", "2023-04-01"));
    }

    @Test
    void rule33_aSeriousEventSaysWhenTheSiteLearnedOfIt() {
        child.doubts("awareness-unknown", aware("2023-04-01", null));
        child.trusts("awareness-unknown", aware("2023-04-01", "2023-04-03"));
        child.trusts("awareness-unknown", adverseEvent("2023-04-01"));
        assertThat(child.imports(aware("2023-04-01", null)).flags()).doesNotContain("awareness-unknown");
    }

    private static AdverseEvent aware(String onset, String aware) {
        return new AdverseEvent(
                on(onset),
                null,
                "FEVER",
                null,
                null,
                null,
                true,
                Set.of(SeriousnessCriterion.HOSPITALISATION),
                null,
                AdverseEventOutcome.RECOVERED,
                aware == null ? null : on(aware),
                null);
    }
}
