package org.trialog.query.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.query.outcome.Story.child;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trialog.query.outcome.figure.Behind;
import org.trialog.query.outcome.figure.Figure;
import org.trialog.query.outcome.figure.Group;

class AnchorsTest {

    private static Study anchored(String anchor) {
        return Study.asking(
                "{id: rate, version: 1, kind: event-rate, event: {kind: fracture}, anchor: %s}".formatted(anchor));
    }

    private static Story treated() {
        return child("SE-001")
                .chose("treated")
                .born("2020-06-01")
                .enrolled("2021-01-01")
                .confirmed("2019-01-01", "2025-01-01");
    }

    private static String anchor(Study study, Story story) {
        return anchor(study, Study.CUTOFF, story);
    }

    /** The day 0, or why there is none. */
    private static String anchor(Study study, String cutoff, Story story) {
        Figure figure = study.figure(cutoff, story);
        for (Group group : figure.result().groups()) {
            for (Group.Excluded excluded : group.excluded()) {
                return excluded.reason();
            }
        }
        List<LocalDate> anchors = figure.behind().stream()
                .flatMap(behind -> behind.subjects().stream())
                .map(Behind.Subject::anchors)
                .findFirst()
                .orElseThrow();
        return anchors.getFirst().toString();
    }

    @Test
    void theFirstDoseIsTheEarliestStartOfAnyTreatment() {
        assertThat(anchor(
                        anchored("first-dose"), treated().dose(2, "2021-07-01").dose(1, "2021-03-01")))
                .isEqualTo("2021-03-01");
        assertThat(anchor(anchored("first-dose"), treated())).isEqualTo("no dose given");
    }

    @Test
    void theLastDoseCountsOnceTheSeriesIsComplete() {
        Study study = anchored("last-dose");

        assertThat(anchor(study, treated().doses("2021-03-01", "2021-07-01", "2021-11-01")))
                .isEqualTo("series of doses not complete");
        assertThat(anchor(study, treated().doses("2021-03-01", "2021-07-01", "2021-11-01", "2022-03-01")))
                .isEqualTo("2022-03-01");
    }

    @Test
    void aMissedDoseCompletesTheSeriesAndTheLastOneGivenCounts() {
        assertThat(anchor(
                        anchored("last-dose"),
                        treated()
                                .doses("2021-03-01", "2021-07-01", "2021-11-01")
                                .missedDose(4, "2022-03-01")))
                .isEqualTo("2021-11-01");
    }

    @Test
    void stoppedTreatmentCompletesTheSeries() {
        assertThat(anchor(anchored("last-dose"), treated().doses("2021-03-01").stoppedTreatment("2021-05-01")))
                .isEqualTo("2021-03-01");
        assertThat(anchor(anchored("last-dose"), treated().stoppedTreatment("2021-05-01")))
                .isEqualTo("no dose given");
    }

    @Test
    void boostersDoNotMoveTheLastDose() {
        Story boosted = treated()
                .doses("2021-03-01", "2021-07-01", "2021-11-01", "2022-03-01")
                .dose(null, "2023-03-01")
                .dose(5, "2024-03-01");

        assertThat(anchor(anchored("last-dose"), boosted)).isEqualTo("2022-03-01");
    }

    @Test
    void aSeriesThatIsCompletedAfterTheCutOffIsNotCompleteYet() {
        Story story = treated().doses("2021-03-01", "2021-07-01", "2021-11-01", "2022-03-01");

        assertThat(anchor(anchored("last-dose"), "2022-02-28", story)).isEqualTo("series of doses not complete");
        assertThat(anchor(anchored("last-dose"), "2022-02-28", story.stoppedTreatment("2022-02-28")))
                .isEqualTo("2021-11-01");
    }

    @Test
    void anArmWithoutAPlanIsCompleteOnceTreatmentStoppedOrTheStudyWasCompleted() {
        Story open = child("SE-001")
                .chose("open")
                .enrolled("2021-01-01")
                .confirmed("2021-01-01", "2025-01-01")
                .dose(null, "2021-03-01")
                .dose(null, "2021-04-01");

        assertThat(anchor(anchored("last-dose"), open)).isEqualTo("series of doses not complete");
        assertThat(anchor(anchored("last-dose"), open.completed("2022-01-01"))).isEqualTo("2021-04-01");
    }

    @Test
    void aControlIsAnchoredWhereTheOutcomeSays() {
        Story control =
                child("SE-001").chose("untreated").enrolled("2021-01-01").confirmed("2021-01-01", "2025-01-01");

        assertThat(anchor(anchored("last-dose"), control))
                .isEqualTo("a control gets no dose, and the outcome names no controlAnchor");
        assertThat(anchor(anchored("last-dose, controlAnchor: enrolment"), control))
                .isEqualTo("2021-01-01");
        assertThat(anchor(anchored("enrolment"), control)).isEqualTo("2021-01-01");
    }

    @Test
    void aTreatedSubjectIsNotAnchoredAsAControl() {
        assertThat(anchor(anchored("last-dose, controlAnchor: enrolment"), treated()))
                .isEqualTo("no dose given");
    }

    @Test
    void randomisationFallsBackOnEnrolment() {
        assertThat(anchor(anchored("randomisation"), treated())).isEqualTo("2021-01-01");
        assertThat(anchor(anchored("randomisation"), treated().randomised("treated", "2021-02-01")))
                .isEqualTo("2021-02-01");
    }

    @Test
    void ageCountsFromBirthAndCorrectedAgeFromTerm() {
        assertThat(anchor(anchored("birth"), treated())).isEqualTo("2020-06-01");
        assertThat(anchor(anchored("age"), treated())).isEqualTo("2020-06-01");
        assertThat(anchor(anchored("corrected-age"), treated().expected("2020-07-01")))
                .isEqualTo("2020-07-01");
        assertThat(anchor(anchored("corrected-age"), treated())).isEqualTo("gestational week 40+0 is not known");
    }

    @Test
    void aDoseInUteroIsPlacedByTheExpectedDate() {
        Story prenatal = treated().expected("2020-07-01").dose(1, "GA 30+0");

        assertThat(anchor(anchored("first-dose"), prenatal)).isEqualTo("2020-04-22");
    }

    @Test
    void diagnosisIsTheDayOfItsCovariate() {
        assertThat(anchor(anchored("diagnosis"), treated().covariate("diagnosis", "OI", "2020-08-01")))
                .isEqualTo("2020-08-01");
        assertThat(anchor(anchored("diagnosis"), treated())).isEqualTo("no diagnosis recorded");
    }

    @Test
    void aPartialAnchorIsPlacedByTheRuleAndFlagged() {
        Story story = child("SE-001").chose("treated").enrolled("2021-02").confirmed("2021-01-01", "2025-01-01");

        assertThat(anchor(anchored("enrolment"), story)).isEqualTo("2021-02-01");
        assertThat(anchored("enrolment").figure(story).result().warnings())
                .contains("subjects whose day 0 is partial: 1, placed by the rule earliest");
    }
}
