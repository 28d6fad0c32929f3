package org.trialog.command.subject.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.subject.Records.adverseEvent;
import static org.trialog.command.subject.Records.birth;
import static org.trialog.command.subject.Records.childIn;
import static org.trialog.command.subject.Records.covariate;
import static org.trialog.command.subject.Records.followUp;
import static org.trialog.command.subject.Records.fracture;
import static org.trialog.command.subject.Records.on;
import static org.trialog.command.subject.Records.pregnancy;
import static org.trialog.command.subject.Records.screening;
import static org.trialog.command.subject.Records.unscheduled;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.trialog.command.subject.Clinic;
import org.trialog.events.clinical.DatingMethod;
import org.trialog.events.clinical.DoseAuthorisation;
import org.trialog.events.clinical.FollowUpAnswer;
import org.trialog.events.clinical.Medication;
import org.trialog.events.clinical.Pregnancy;
import org.trialog.events.clinical.Sharing;
import org.trialog.events.clinical.SharingPurpose;
import org.trialog.events.clinical.Visit;
import org.trialog.events.clinical.VisitMode;
import org.trialog.events.clinical.VisitType;
import org.trialog.events.value.Bone;

class DateRulesTest {
    private final Clinic child = Clinic.opens().knows(childIn("cells"));

    @Test
    void rule17_theFutureIsNotRecorded() {
        child.neverTrue(17, "date-in-future", unscheduled("2024-06-02"));
        child.neverTrue(17, "date-in-future", unscheduled("2024-07"));
        child.neverTrue(17, "date-in-future", followUp("2024-01-01", "2024-06-02", FollowUpAnswer.NONE));
        child.trusts("date-in-future", unscheduled("2024-06-01"));
        child.trusts("date-in-future", unscheduled("2024-06"));
    }

    @Test
    void rule17_theDayIsTheSites() {
        child.at("2024-06-01T22:30:00Z").trusts("date-in-future", unscheduled("2024-06-02"));
        child.at("2024-06-01T21:30:00Z").refuses(17, "date-in-future", unscheduled("2024-06-02"));
    }

    @Test
    void rule17_whatIsAgreedForTheFutureIsNoFact() {
        child.trusts(
                "date-in-future", new Sharing(on("2024-07-01"), on("2024-12-31"), Clinic.SITE, SharingPurpose.DOSING));
    }

    @Test
    void rule17_aDoseIsAuthorisedForADayToCome() {
        DoseAuthorisation ahead = new DoseAuthorisation(on("2024-05-31"), LocalDate.parse("2024-06-10"), 1, null);
        DoseAuthorisation early = new DoseAuthorisation(on("2024-06-02"), LocalDate.parse("2024-06-10"), 1, null);

        assertThat(child.imports(ahead).flags()).doesNotContain("date-in-future");
        assertThat(child.imports(early).flags()).contains("date-in-future");
    }

    @Test
    void rule17_nothingEndsBeforeItStarts() {
        Visit backwards =
                new Visit(on("2023-04-02"), on("2023-04-01"), null, null, null, VisitType.UNSCHEDULED, VisitMode.HOME);
        child.neverTrue(17, "ends-before-start", backwards);
        child.trusts("ends-before-start", new Medication(on("2023-04"), on("2023-04-01"), "zoledronate", null, null));
    }

    @Test
    void rule17_nothingOfAPersonPrecedesItsConception() {
        child.neverTrue(17, "before-conception", adverseEvent("2022-01-01"));
        child.trusts("before-conception", adverseEvent("2022-11-01"));
    }

    @Test
    void rule17_aPartialDateIsFlaggedWhereNobodyCouldBeAsked() {
        assertThat(child.imports(adverseEvent("2023-04"), adverseEvent("2024"), adverseEvent("2023-04-01"))
                        .flags())
                .containsExactly("partial-date", "partial-date");
        child.trusts("partial-date", adverseEvent("2023-04"));
    }

    @Test
    void rule17_aPartialDateStaysFlaggedWhenSomethingElseIsCorrected() {
        Clinic imported = child.imports(fracture("2023-04", Bone.FEMUR));

        assertThat(imported.corrects("fracture-1", fracture("2023-04", Bone.TIBIA))
                        .flags())
                .containsExactly("partial-date");
        assertThat(imported.corrects("fracture-1", fracture("2023-04-03", Bone.FEMUR))
                        .flags())
                .isEmpty();
    }

    @Test
    void rule17_anUnknownDateIsFlagged() {
        child.doubts("date-unknown", adverseEvent("unknown"));
        child.trusts("date-unknown", covariate("type", "III"));
    }

    @Test
    void rule17_aGestationalAgeIsFlaggedUntilThePregnancyIsDated() {
        Clinic undated = Clinic.opens()
                .knows(screening("2023-02-01"), birth("2023-01-10", null))
                .doubts("date-not-placed", fracture("GA 31+2", Bone.FEMUR));

        assertThat(undated.knows(pregnancy("2023-01-12", 1)).flags()).isEmpty();
    }

    @Test
    void rule17_theGestationalAgeAtBirthAndTheExpectedDateAgree() {
        Clinic dated = Clinic.opens().knows(screening("2023-02-01"), pregnancy("2023-02-01", 1));

        dated.trusts("gestation-disagrees", birth("2023-01-25", "38+4"));
        dated.doubts("gestation-disagrees", birth("2023-01-25", "36+0"));
    }

    @Test
    void rule17_aPregnancyIsDatedWhileItLasts() {
        Clinic screened = Clinic.opens().knows(screening("2023-02-01"));

        screened.doubts("expected-date-implausible", dated("2022-01-01"));
        screened.doubts("expected-date-implausible", dated("2023-07-09"));
        screened.trusts("expected-date-implausible", dated("2022-10-01"));
    }

    @Test
    void rule21_lateEntryIsNormal() {
        assertThat(child.at("2033-06-01T06:00:00Z")
                        .knows(unscheduled("2023-04-01"))
                        .flags())
                .isEmpty();
    }

    private static Pregnancy dated(String on) {
        return new Pregnancy(on(on), LocalDate.parse("2023-06-03"), DatingMethod.ULTRASOUND, 1);
    }
}
