package org.trialog.command.subject.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.subject.Records.arm;
import static org.trialog.command.subject.Records.birth;
import static org.trialog.command.subject.Records.childIn;
import static org.trialog.command.subject.Records.consent;
import static org.trialog.command.subject.Records.dose;
import static org.trialog.command.subject.Records.enrolment;
import static org.trialog.command.subject.Records.missed;
import static org.trialog.command.subject.Records.perKilogram;
import static org.trialog.command.subject.Records.pregnancy;
import static org.trialog.command.subject.Records.screening;
import static org.trialog.command.subject.Records.stop;
import static org.trialog.command.subject.Records.unscheduled;
import static org.trialog.command.subject.Records.withdrawal;

import org.junit.jupiter.api.Test;
import org.trialog.command.order.Act;
import org.trialog.command.subject.Clinic;
import org.trialog.events.clinical.ConsentGiver;
import org.trialog.events.clinical.Death;
import org.trialog.events.clinical.Deviation;
import org.trialog.events.clinical.WithdrawalKind;

class DosingTest {
    private final Clinic child = Clinic.opens().knows(childIn("cells"));

    @Test
    void rule05_aDoseInUteroKeepsToTheGestationalAgesOfTheProtocol() {
        Clinic fetus = fetus(1);

        fetus.trusts("gestation-outside-window", dose(1, "GA 31+2"));
        fetus.trusts("gestation-outside-window", dose(1, "GA 16"));
        fetus.onlyAsDeviation(5, "gestation-outside-window", dose(1, "GA 36+0"));
        fetus.onlyAsDeviation(5, "gestation-outside-window", dose(1, "2023-05-10"));
        fetus.doubts("possibly-gestation-outside-window", dose(1, "2023-05"));
    }

    @Test
    void rule05_isForSingletons() {
        fetus(2).onlyAsDeviation(5, "not-a-singleton", dose(1, "GA 31+2"));
    }

    @Test
    void rule05_anArmWithoutAPrenatalDoseHasNone() {
        Clinic.opens()
                .knows(
                        screening("2023-02-01"),
                        pregnancy("2023-06-01", 1),
                        consent("2023-02-10", ConsentGiver.PREGNANT_WOMAN),
                        enrolment("2023-02-12"),
                        arm("2023-02-12", "boosted"))
                .onlyAsDeviation(5, "prenatal-dose-not-planned", dose(1, "GA 31+2"));
    }

    @Test
    void rule08_aControlGetsNoDose() {
        Clinic.opens().knows(childIn("untreated")).onlyAsDeviation(8, "dose-to-control", dose(1, "2023-03-10"));
    }

    @Test
    void rule09_aDoseFollowsTheOneBeforeIt() {
        child.onlyAsDeviation(9, "dose-out-of-order", dose(2, "2023-07-10"));

        Clinic dosed = child.knows(dose(1, "2023-03-10"));
        dosed.onlyAsDeviation(9, "dose-out-of-order", dose(2, "2023-03-09"));
        dosed.doubts("possibly-dose-out-of-order", dose(2, "2023-03"));
        dosed.trusts("dose-out-of-order", dose(2, "2023-07-10"));
    }

    @Test
    void rule09_aMissedDoseLetsTheNextOneFollow() {
        child.knows(dose(1, "2023-03-10"), missed(2, "2023-07-10")).trusts("dose-out-of-order", dose(3, "2023-11-10"));
    }

    @Test
    void rule09_isByClinicalDateWhateverTheOrderOfEntry() {
        assertThat(child.accepts(Act.Make.of(dose(2, "2023-07-10")), Act.Make.of(dose(1, "2023-03-10")))
                        .flags())
                .doesNotContain("dose-out-of-order");

        Clinic late = child.deviates(dose(2, "2023-07-10"));
        assertThat(late.flags()).contains("dose-out-of-order");
        assertThat(late.knows(dose(1, "2023-03-10")).flags()).doesNotContain("dose-out-of-order");
        late.refuses(9, "dose-out-of-order", dose(1, "2023-07-11"));
    }

    @Test
    void rule09_aNumberIsGivenOnce() {
        child.knows(dose(1, "2023-03-10")).onlyAsDeviation(9, "dose-number-taken", dose(1, "2023-03-11"));
        child.knows(dose(1, "2023-03-10")).neverTrue(9, "dose-given", missed(1, "2023-03-11"));
        child.knows(missed(1, "2023-03-11")).doubts("dose-recorded-as-missed", dose(1, "2023-03-10"));
    }

    @Test
    void rule09_aDoseOutsideItsWindowIsFlagged() {
        Clinic dosed = child.knows(dose(1, "2023-03-10"));

        dosed.trusts("dose-out-of-window", dose(2, "2023-07-24"));
        dosed.doubts("dose-out-of-window", dose(2, "2023-07-25"));
        dosed.doubts("possibly-dose-out-of-window", dose(2, "2023-07"));
    }

    @Test
    void rule09_correctingTheFirstDoseMovesTheWindowsOfTheOthers() {
        Clinic dosed = child.knows(dose(1, "2023-03-10"), dose(2, "2023-07-25"));
        assertThat(dosed.flags("treatment-2")).contains("dose-out-of-window");

        assertThat(dosed.corrects("treatment-1", dose(1, "2023-03-12")).flags("treatment-2"))
                .doesNotContain("dose-out-of-window");
    }

    @Test
    void rule10_cellsPerKilogramKeepToTheTolerance() {
        child.trusts("cells-per-kg-outside-tolerance", perKilogram("3300000", "9.09", "2023-03-10"));
        child.doubts("cells-per-kg-outside-tolerance", perKilogram("3310000", null, "2023-03-10"));
        child.doubts("cells-per-kg-outside-tolerance", perKilogram(null, "8", "2023-03-10"));
        child.doubts("cells-per-kg-disagree", perKilogram("3000000", "8", "2023-03-10"));
    }

    @Test
    void rule10_theWeightIsRecent() {
        child.trusts("weight-too-old", perKilogram("3000000", "10", "2023-02-24"));
        child.doubts("weight-too-old", perKilogram("3000000", "10", "2023-02-23"));
        child.doubts("possibly-weight-too-old", perKilogram("3000000", "10", "2023-02"));
    }

    @Test
    void rule11_thereAreNoMoreDosesThanPlanned() {
        Clinic complete = child.knows(dose(1, "2023-03-10"), dose(2, "2023-07-10"), dose(3, "2023-11-10"));

        complete.onlyAsDeviation(11, "more-doses-than-planned", dose(4, "2024-03-10"));
        complete.onlyAsDeviation(11, "more-doses-than-planned", dose(null, "2024-03-10"));
        child.neverTrue(0, "dose-number-unknown", missed(4, "2024-03-10"));
    }

    @Test
    void rule11_boostersFollowWhereTheProtocolHasThem() {
        Clinic.opens()
                .knows(childIn("boosted"))
                .knows(dose(1, "2023-03-10"))
                .trusts("more-doses-than-planned", dose(null, "2024-03-10"));
    }

    @Test
    void rule12_theBatchIsKnownReleasedAndUnexpiredAtTheDose() {
        child.onlyAsDeviation(12, "batch-unknown", dose(1, "2023-03-10", "B1"));
        child.batch("B1", null, "2023-12-31").onlyAsDeviation(12, "batch-not-released", dose(1, "2023-03-10", "B1"));
        child.batch("B1", "2023-03-11", "2023-12-31")
                .onlyAsDeviation(12, "batch-not-released", dose(1, "2023-03-10", "B1"));
        child.batch("B1", "2023-03-01", "2023-03-09").onlyAsDeviation(12, "batch-expired", dose(1, "2023-03-10", "B1"));
        child.batch("B1", "2023-03-10", "2023-03-10").trusts("batch-expired", dose(1, "2023-03-10", "B1"));
        child.batch("B1", "2023-03-01", "2023-03-09").doubts("possibly-batch-expired", dose(1, "2023-03", "B1"));
    }

    @Test
    void rule13_cellsWithoutABatchCannotBeTraced() {
        child.doubts("batch-not-recorded", dose(1, "2023-03-10"));
    }

    @Test
    void rule22_thereIsNoDoseAfterTheTreatmentWasStoppedOrLeft() {
        child.knows(stop("2023-03-09")).onlyAsDeviation(22, "dose-after-stop", dose(1, "2023-03-10"));
        child.knows(withdrawal("2023-03-09", WithdrawalKind.PROCEDURES))
                .onlyAsDeviation(22, "dose-after-withdrawal", dose(1, "2023-03-10"));
        child.knows(stop("2023-03")).doubts("possibly-dose-after-stop", dose(1, "2023-03-10"));
    }

    @Test
    void rule23_stoppingTheTreatmentKeepsFollowUpOpen() {
        assertThat(child.knows(stop("2023-03-09"), unscheduled("2023-04-01")).flags())
                .isEmpty();
    }

    @Test
    void severalBrokenRulesAreSeveralDeviationsAboutTheOneDose() {
        Clinic deviating = Clinic.opens().knows(childIn("untreated")).deviates(dose(1, "2023-02-01", "B9"));

        assertThat(deviating.state().standing(Deviation.class))
                .extracting(held -> held.details().rule())
                .containsExactlyInAnyOrder(1, 8, 12);
    }

    @Test
    void whatCannotBeTrueIsNoDeviation() {
        child.knows(new Death(dose(1, "2023-03-10").date(), null))
                .refuses(18, "after-death", new Act.Make(dose(1, "2023-03-11"), Clinic.WORDS, null));
    }

    private static Clinic fetus(int fetuses) {
        return Clinic.opens()
                .knows(
                        screening("2022-12-01"),
                        pregnancy("2023-06-01", fetuses),
                        consent("2022-12-05", ConsentGiver.PREGNANT_WOMAN),
                        enrolment("2022-12-06"),
                        arm("2022-12-06", "cells"));
    }

    @Test
    void rule05_isJudgedAgainOnceTheBirthIsKnown() {
        Clinic dosed = fetus(1).knows(dose(1, "2023-04-01"));

        assertThat(dosed.knows(birth("2023-05-30", "39+5")).flags("treatment-1"))
                .doesNotContain("gestation-outside-window");
    }
}
