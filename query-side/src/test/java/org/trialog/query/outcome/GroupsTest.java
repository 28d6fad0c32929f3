package org.trialog.query.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trialog.query.outcome.Story.child;
import static org.trialog.query.outcome.Story.screened;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trialog.query.outcome.figure.Behind;
import org.trialog.query.outcome.figure.Figure;
import org.trialog.query.outcome.figure.Group;
import org.trialog.query.outcome.figure.Publication;
import org.trialog.query.record.SubjectRecord;

class GroupsTest {

    private static Study by(String grouping) {
        return Study.asking(
                "{id: rate, version: 1, kind: event-rate, event: {kind: fracture}, anchor: enrolment, by: %s}"
                        .formatted(grouping));
    }

    private static Story followed(String subject, String arm) {
        return child(subject).chose(arm).enrolled("2021-01-01").confirmed("2021-01-01", "2022-01-01");
    }

    private static List<String> groups(Figure figure) {
        return figure.result().groups().stream().map(Group::group).toList();
    }

    @Test
    void armsStandInTheProtocolsOrderAlsoWithoutSubjects() {
        Figure figure = by("arm").figure(followed("B", "treated"), followed("A", "untreated"));

        assertThat(groups(figure)).containsExactly("untreated", "treated", "open");
        assertThat(Study.group(figure, "open").subjects()).isZero();
        assertThat(figure.result().comparisons()).extracting("reference").containsOnly("untreated");
    }

    @Test
    void whoIsNotEnrolledIsInNoGroup() {
        Figure figure = by("arm")
                .figure(
                        screened("SE-001").chose("treated"),
                        followed("SE-002", "treated").failedScreening("2021-01-01"),
                        followed("SE-003", "treated"));

        assertThat(Study.group(figure, "treated").subjects()).isEqualTo(1);
        assertThat(figure.result().groups())
                .allSatisfy(group -> assertThat(group.excluded()).isEmpty());
    }

    @Test
    void whoIsEnrolledAfterTheCutOffIsInNoGroupYet() {
        Figure figure = by("arm").figure("2020-12-31", followed("SE-001", "treated"));

        assertThat(Study.group(figure, "treated").excluded()).isEmpty();
        assertThat(Study.group(figure, "treated").subjects()).isZero();
    }

    @Test
    void whoHasNoArmIsListedAsUnassigned() {
        Figure figure =
                by("arm").figure(screened("SE-001").enrolled("2021-01-01").confirmed("2021-01-01", "2022-01-01"));

        assertThat(groups(figure)).last().isEqualTo("unassigned");
    }

    @Test
    void whoIsLeftOutIsListedWithTheReason() {
        Study late = Study.asking(
                "{id: r, version: 1, kind: event-rate, event: {kind: fracture}, anchor: enrolment, from: P1Y, to:"
                        + " P2Y}");
        Figure figure = late.figure(
                "2022-06-01",
                followed("SE-001", "treated"),
                followed("SE-002", "treated").died("2021-05-01"),
                child("SE-003").chose("treated").enrolled("2021-07-01").confirmed("2021-07-01", "2022-05-01"),
                child("SE-004").chose("treated").enrolled("2021-01-01"),
                child("SE-005").chose("treated").enrolled("2021-01-01").expected("2022-09-01"));

        assertThat(Study.group(figure, "treated").excluded())
                .containsExactly(
                        new Group.Excluded("SE-001", "no confirmed follow-up in the window"),
                        new Group.Excluded("SE-002", "died before the window"),
                        new Group.Excluded("SE-003", "the window starts after the cut-off"),
                        new Group.Excluded("SE-004", "no confirmed follow-up"),
                        new Group.Excluded("SE-005", "no birth recorded"));
    }

    @Test
    void covariatesAreTakenAsAtTheAnchor() {
        Figure figure = by("oi-type")
                .figure(
                        followed("SE-001", "treated")
                                .covariate("oi-type", "4", "2020-01-01")
                                .covariate("oi-type", "3", "2020-06-01")
                                .covariate("oi-type", "1", "2021-06-01"),
                        followed("SE-002", "treated").covariate("oi-type", "4", "unknown"),
                        followed("SE-003", "treated").covariate("oi-type", "4", "2021-01-02"));

        assertThat(groups(figure)).containsExactly("3", "4", "unknown");
        assertThat(figure.result().groups()).extracting(Group::subjects).containsExactly(1, 1, 1);
    }

    @Test
    void aChartReadAfterTheCutoffKeepsItsArm() {
        Figure figure = by("arm")
                .figure(
                        "2022-06-30",
                        followed("SE-001", "untreated"),
                        screened("SE-002")
                                .born("2018-01-05")
                                .enrolled("2020-01-05")
                                .chose("untreated", "2024-03-01")
                                .confirmed("2020-01-05", "2024-01-05"));

        assertThat(groups(figure)).doesNotContain("unassigned");
        assertThat(figure.result().groups().getFirst().subjects()).isEqualTo(2);
    }

    @Test
    void aGroupingThatNobodyHasIsRefusedWithTheChoices() {
        Study study = by("arm");
        List<SubjectRecord> records = List.of(followed("SE-001", "treated")
                .covariate("oi-type", "4", "2020-01-01")
                .told());

        assertThatThrownBy(() -> Outcomes.compute(
                        study.protocol(), study.definition(), records, LocalDate.parse("2025-01-01"), "nonsense"))
                .isInstanceOf(OutcomeRefused.class)
                .hasMessageContaining("age-band, arm, autologous, cell-source, dose-count, none, oi-type, sex, site");
    }

    @Test
    void sitesAndEverybodyTogether() {
        assertThat(groups(by("site")
                        .figure(
                                followed("A", "treated").screenedAt("uppsala"),
                                followed("B", "treated").screenedAt("lund"))))
                .containsExactly("lund", "uppsala");
        assertThat(groups(by("none").figure(followed("A", "treated"), followed("B", "untreated"))))
                .containsExactly("all");
    }

    @Test
    void theGroupingCanBeOverridden() {
        Study study = by("arm");
        Figure figure = Outcomes.compute(
                study.protocol(),
                study.definition(),
                List.of(followed("A", "treated").told()),
                List.of(),
                LocalDate.parse(Study.CUTOFF),
                "none",
                Publication.AFTER_DATA);

        assertThat(figure.result().by()).isEqualTo("none");
        assertThat(figure.result().warnings()).contains("the definition was published after the first data");
    }

    @Test
    void outsideALandmarkTheDoseCountIsThatAtTheStartOfTheWindow() {
        Study landmark = Study.asking("""
            {id: r, version: 1, kind: event-free-interval, event: {kind: fracture}, anchor: enrolment,
             from: P3M, to: P6M, by: dose-count}
            """);
        Figure figure = landmark.figure(followed("A", "treated").doses("2021-02-01", "2021-03-01", "2021-05-01"));

        assertThat(groups(figure)).containsExactly("2");
    }

    @Test
    void everySubjectAndFactBehindANumberCanBeSeen() {
        Figure figure = by("arm")
                .figure(followed("SE-001", "treated").fracture("2021-03-01").fracture("2020-03-01"));
        Behind.Subject subject = figure.behind().stream()
                .filter(behind -> behind.group().equals("treated"))
                .findFirst()
                .orElseThrow()
                .subjects()
                .getFirst();

        assertThat(subject.counted())
                .containsExactly(new Behind.Counted(
                        List.of("fracture-5"), List.of(5L), LocalDate.parse("2021-03-01"), "window"));
        assertThat(subject.notCounted())
                .containsExactly(new Behind.NotCounted("fracture-6", List.of(6L), "outside confirmed follow-up"));
    }
}
