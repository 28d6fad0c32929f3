package org.trialog.query.safety;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.trialog.events.clinical.Addressee;
import org.trialog.events.clinical.AdverseEvent;
import org.trialog.events.clinical.AdverseEventFollowUp;
import org.trialog.events.clinical.AdverseEventOutcome;
import org.trialog.events.clinical.Assessor;
import org.trialog.events.clinical.Expectedness;
import org.trialog.events.clinical.Relatedness;
import org.trialog.events.clinical.ReportKind;
import org.trialog.events.clinical.SafetyReport;
import org.trialog.events.clinical.Screening;
import org.trialog.events.clinical.SeriousnessCriterion;
import org.trialog.events.study.ProtocolPublished;
import org.trialog.events.study.SiteOpened;
import org.trialog.events.subject.Recorded;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;
import org.trialog.events.wire.FactJson;
import org.trialog.query.record.SubjectRecord;
import org.trialog.query.safety.ReportingClock.Kind;
import org.trialog.query.safety.ReportingClock.State;
import org.trialog.query.study.StudyView;
import org.yaml.snakeyaml.Yaml;

/** Reporting clocks of one adverse event on given days. */
class SafetyTest {

    private static final StudyId STUDY = new StudyId("bones");
    private static final SiteId STOCKHOLM = new SiteId("stockholm");
    private static final RecordId EVENT = new RecordId("adverse-event-1");
    private static final String PROTOCOL = """
        study: bones
        version: 1
        title: Bones
        arms: [{id: treated}]
        visits: []
        outcomes: []
        safety: {aesi: [embolism], exempt: [planned surgery]}
        """;

    private SubjectRecord record = SubjectRecord.empty(STUDY, new SubjectId("S-1"))
            .apply(
                    new Recorded<>(new RecordId("screening-1"), new Screening(day("2024-01-02"), STOCKHOLM)),
                    1,
                    Instant.parse("2024-01-02T09:00:00Z"));

    @Test
    void rule33_theSiteHasOneDayFromAwareness() {
        reported("Pneumonia", null, null, "2024-03-04", "2024-03-05T09:00:00Z");
        ReportingClock clock = clocks("2024-03-20").getFirst();
        assertThat(clock.kind()).isEqualTo(Kind.SITE_TO_SPONSOR);
        assertThat(clock.due()).isEqualTo(LocalDate.parse("2024-03-05"));
        assertThat(clock.state()).isEqualTo(State.MET);
    }

    @Test
    void rule33_aReportIsLateByTheDayInTheSitesZone() {
        reported("Pneumonia", null, null, "2024-03-04", "2024-03-05T23:30:00Z");
        assertThat(clocks("2024-03-20").getFirst().state()).isEqualTo(State.LATE);
        assertThat(clocks("2024-03-20").getFirst().daysLeft()).isEqualTo(-1);
    }

    @Test
    void rule33_anUnexpectedReactionIsReportedWithinFifteenDays() {
        reported("Pneumonia", Relatedness.POSSIBLE, Expectedness.UNEXPECTED, "2024-03-04", "2024-03-04T09:00:00Z");
        ReportingClock clock = clocks("2024-03-10").getLast();
        assertThat(clock.kind()).isEqualTo(Kind.EXPEDITED_15);
        assertThat(clock.due()).isEqualTo(LocalDate.parse("2024-03-19"));
        assertThat(clock.daysLeft()).isEqualTo(9);
        assertThat(clocks("2024-03-20").getLast().state()).isEqualTo(State.OVERDUE);
    }

    @Test
    void rule33_aLifeThreateningOneWithinSevenAndEightMore() {
        lifeThreatening();
        assertThat(clocks("2024-03-10"))
                .extracting(ReportingClock::kind)
                .containsExactly(Kind.SITE_TO_SPONSOR, Kind.EXPEDITED_7, Kind.EXPEDITED_7_FOLLOW_UP);
        assertThat(clocks("2024-03-10"))
                .extracting(clock -> clock.due().toString())
                .containsExactly("2024-03-05", "2024-03-11", "2024-03-19");
    }

    @Test
    void rule33_aCaseThatTurnsFatalStartsASecondClockAndTheFirstStays() {
        reported("Pneumonia", Relatedness.POSSIBLE, Expectedness.UNEXPECTED, "2024-03-04", "2024-03-04T09:00:00Z");
        followedUp(Assessor.INVESTIGATOR, null, AdverseEventOutcome.FATAL, "2024-03-10T09:00:00Z");
        List<ReportingClock> clocks = clocks("2024-03-11");
        assertThat(clocks)
                .extracting(ReportingClock::kind)
                .containsExactly(Kind.SITE_TO_SPONSOR, Kind.EXPEDITED_15, Kind.EXPEDITED_7, Kind.EXPEDITED_7_FOLLOW_UP);
        assertThat(clocks.get(1).due()).isEqualTo(LocalDate.parse("2024-03-19"));
        assertThat(clocks.get(2).cause()).isEqualTo(new RecordId("adverse-event-follow-up-3"));
        assertThat(clocks.get(2).due()).isEqualTo(LocalDate.parse("2024-03-17"));
    }

    @Test
    void rule33_aReportOnTheLastDayIsInTimeAndOneAfterItIsLateByItsDays() {
        reported("Pneumonia", Relatedness.POSSIBLE, Expectedness.UNEXPECTED, "2024-03-04", "2024-03-04T09:00:00Z");
        SubjectRecord unreported = record;
        sent("2024-03-19", Addressee.AUTHORITY, ReportKind.INITIAL, null);
        ReportingClock met = clocks("2024-04-01").getLast();
        assertThat(met.state()).isEqualTo(State.MET);
        assertThat(met.daysLeft()).isZero();
        assertThat(met.reportedOn()).isEqualTo(LocalDate.parse("2024-03-19"));
        assertThat(met.report()).isEqualTo(new RecordId("safety-report-3"));
        assertThat(clocks("2024-03-18").getLast().state())
                .as("on a day before the report")
                .isEqualTo(State.RUNNING);

        record = unreported;
        sent("2024-03-22", Addressee.AUTHORITY, ReportKind.INITIAL, null);
        assertThat(clocks("2024-03-21").getLast().state()).isEqualTo(State.OVERDUE);
        ReportingClock late = clocks("2024-04-01").getLast();
        assertThat(late.state()).isEqualTo(State.LATE);
        assertThat(late.daysLeft()).isEqualTo(-3);
    }

    @Test
    void rule33_aReportToSomebodyElseDoesNotEndTheAuthoritysClock() {
        reported("Pneumonia", Relatedness.POSSIBLE, Expectedness.UNEXPECTED, "2024-03-04", "2024-03-04T09:00:00Z");
        sent("2024-03-06", Addressee.ETHICS_COMMITTEE, ReportKind.INITIAL, null);
        sent("2024-03-06", Addressee.INVESTIGATORS, ReportKind.INITIAL, null);
        assertThat(clocks("2024-03-10").getLast().state()).isEqualTo(State.RUNNING);
        assertThat(one("2024-03-10").reports())
                .extracting(SentReport::to)
                .containsExactly(Addressee.ETHICS_COMMITTEE, Addressee.INVESTIGATORS);
    }

    @Test
    void rule33_theInitialReportDoesNotEndTheClockOfTheFollowUp() {
        lifeThreatening();
        sent("2024-03-08", Addressee.AUTHORITY, ReportKind.INITIAL, null);
        assertThat(states("2024-03-10")).containsExactly(State.MET, State.MET, State.RUNNING);
        sent("2024-03-20", Addressee.AUTHORITY, ReportKind.FOLLOW_UP, null);
        assertThat(states("2024-03-21")).containsExactly(State.MET, State.MET, State.LATE);
        assertThat(clocks("2024-03-21").getLast().daysLeft()).isEqualTo(-1);
    }

    @Test
    void rule33_theSecondClockIsMetByItsOwnReport() {
        reported("Pneumonia", Relatedness.POSSIBLE, Expectedness.UNEXPECTED, "2024-03-04", "2024-03-04T09:00:00Z");
        sent("2024-03-06", Addressee.AUTHORITY, ReportKind.INITIAL, null);
        followedUp(Assessor.INVESTIGATOR, null, AdverseEventOutcome.FATAL, "2024-03-10T09:00:00Z");
        assertThat(states("2024-03-11")).containsExactly(State.MET, State.MET, State.RUNNING, State.RUNNING);
        sent("2024-03-12", Addressee.AUTHORITY, ReportKind.INITIAL, "adverse-event-follow-up-4");
        assertThat(states("2024-03-13")).containsExactly(State.MET, State.MET, State.MET, State.RUNNING);
        sent("2024-03-14", Addressee.AUTHORITY, ReportKind.FOLLOW_UP, null);
        assertThat(states("2024-03-15")).containsOnly(State.MET);
    }

    @Test
    void rule33_aReportOfTheFatalCaseTellsOfWhatWasBefore() {
        reported("Pneumonia", Relatedness.POSSIBLE, Expectedness.UNEXPECTED, "2024-03-04", "2024-03-04T09:00:00Z");
        followedUp(Assessor.INVESTIGATOR, null, AdverseEventOutcome.FATAL, "2024-03-10T09:00:00Z");
        sent("2024-03-12", Addressee.AUTHORITY, ReportKind.INITIAL, "adverse-event-follow-up-3");
        assertThat(states("2024-03-13")).containsExactly(State.MET, State.MET, State.MET, State.RUNNING);
    }

    @Test
    void rule33_whatTheSiteReportedBeforeItWasRecordedIsInTimeAndStartsTheSponsorsClock() {
        reported("Pneumonia", Relatedness.POSSIBLE, Expectedness.UNEXPECTED, "2024-03-04", "2024-03-10T09:00:00Z");
        assertThat(states("2024-03-12")).containsExactly(State.LATE, State.RUNNING);
        assertThat(clocks("2024-03-12").getLast().due()).isEqualTo(LocalDate.parse("2024-03-25"));
        sent("2024-03-05", Addressee.SPONSOR, ReportKind.INITIAL, null);
        assertThat(states("2024-03-12")).containsExactly(State.MET, State.RUNNING);
        assertThat(clocks("2024-03-12").getLast().due()).isEqualTo(LocalDate.parse("2024-03-20"));
    }

    @Test
    void rule33_aReportOfAPartlyKnownDayIsNotInTimeOnAReadingOnly() {
        reported("Pneumonia", Relatedness.POSSIBLE, Expectedness.UNEXPECTED, "2024-03-04", "2024-03-04T09:00:00Z");
        sent("2024-03", Addressee.AUTHORITY, ReportKind.INITIAL, null);
        ReportingClock clock = clocks("2024-05-01").getLast();
        assertThat(clock.reportedOn()).isEqualTo(LocalDate.parse("2024-03-31"));
        assertThat(clock.state()).isEqualTo(State.LATE);
    }

    @Test
    void rule33_anExpectedOrUnrelatedEventHasTheSitesClockOnly() {
        reported("Pneumonia", Relatedness.POSSIBLE, Expectedness.EXPECTED, "2024-03-04", "2024-03-04T09:00:00Z");
        assertThat(clocks("2024-03-10")).hasSize(1);
        assertThat(one("2024-03-10").susar()).isFalse();
    }

    @Test
    void rule33_whatTheProtocolExemptsHasNoClock() {
        reported(
                "Planned surgery of the leg",
                Relatedness.RELATED,
                Expectedness.UNEXPECTED,
                "2024-03-04",
                "2024-03-04T09:00:00Z");
        assertThat(one("2024-03-10").exempt()).isTrue();
        assertThat(clocks("2024-03-10")).isEmpty();
    }

    @Test
    void rule34_theStrongerOpinionCountsAndBothAreShown() {
        reported("Pneumonia", Relatedness.NOT_RELATED, Expectedness.UNEXPECTED, "2024-03-04", "2024-03-04T09:00:00Z");
        assertThat(one("2024-03-10").susar()).isFalse();
        followedUp(Assessor.SPONSOR, Relatedness.POSSIBLE, null, "2024-03-08T09:00:00Z");
        SafetyCase known = one("2024-03-10");
        assertThat(known.susar()).isTrue();
        assertThat(known.relatedness()).isEqualTo(Relatedness.NOT_RELATED);
        assertThat(known.sponsorRelatedness()).isEqualTo(Relatedness.POSSIBLE);
        assertThat(known.clocks().getLast().due()).isEqualTo(LocalDate.parse("2024-03-23"));
    }

    @Test
    void rule34_whatTheSponsorFindsUnrelatedStaysRelatedByTheInvestigator() {
        reported("Pneumonia", Relatedness.RELATED, Expectedness.UNEXPECTED, "2024-03-04", "2024-03-04T09:00:00Z");
        followedUp(Assessor.SPONSOR, Relatedness.NOT_RELATED, null, "2024-03-08T09:00:00Z");
        assertThat(clocks("2024-03-10"))
                .extracting(ReportingClock::kind)
                .containsExactly(Kind.SITE_TO_SPONSOR, Kind.EXPEDITED_15);
    }

    @Test
    void rule35_anEventOfSpecialInterestIsListedThoughItIsNotSerious() {
        record(new AdverseEvent(
                day("2024-03-04"), null, "Fat EMBOLISM", null, null, null, false, Set.of(), null, null, null, null));
        assertThat(one("2024-03-10").specialInterest()).isTrue();
        assertThat(clocks("2024-03-10")).isEmpty();
    }

    @Test
    void whatIsMissingToJudgeACaseIsNamed() {
        reported("Pneumonia", null, null, null, "2024-03-04T09:00:00Z");
        assertThat(one("2024-03-10").undecided()).containsExactly("relatedness", "expectedness", "awareOn");
    }

    @Test
    void anEventThatIsNeitherSeriousNorOfSpecialInterestIsNotListed() {
        record(new AdverseEvent(
                day("2024-03-04"), null, "Cough", null, null, null, false, Set.of(), null, null, null, null));
        assertThat(safety("2024-03-10").cases()).isEmpty();
    }

    private void reported(
            String term,
            @Nullable Relatedness relatedness,
            @Nullable Expectedness expectedness,
            @Nullable String aware,
            String recordedAt) {
        AdverseEvent event = new AdverseEvent(
                day("2024-03-03"),
                null,
                term,
                null,
                null,
                null,
                true,
                Set.of(SeriousnessCriterion.HOSPITALISATION),
                relatedness,
                null,
                aware == null ? null : day(aware),
                null,
                null,
                expectedness);
        record = record.apply(new Recorded<>(EVENT, event), 2, Instant.parse(recordedAt));
    }

    private void lifeThreatening() {
        record(new AdverseEvent(
                day("2024-03-04"),
                null,
                "Pneumonia",
                null,
                null,
                null,
                true,
                Set.of(SeriousnessCriterion.LIFE_THREATENING),
                Relatedness.PROBABLE,
                null,
                day("2024-03-04"),
                null,
                null,
                Expectedness.UNEXPECTED));
    }

    /** Recorded long after. */
    private void sent(String date, Addressee to, ReportKind kind, @Nullable String cause) {
        long next = record.position() + 1;
        record = record.apply(
                new Recorded<>(
                        new RecordId("safety-report-" + next),
                        new SafetyReport(
                                day(date), EVENT, to, kind, cause == null ? null : new RecordId(cause), "2024-17")),
                next,
                Instant.parse("2024-04-15T09:00:00Z"));
    }

    private List<State> states(String asOf) {
        return clocks(asOf).stream().map(ReportingClock::state).toList();
    }

    private void record(AdverseEvent event) {
        record = record.apply(new Recorded<>(EVENT, event), 2, Instant.parse("2024-03-04T09:00:00Z"));
    }

    private void followedUp(
            Assessor by, @Nullable Relatedness relatedness, @Nullable AdverseEventOutcome outcome, String recordedAt) {
        long next = record.position() + 1;
        record = record.apply(
                new Recorded<>(
                        new RecordId("adverse-event-follow-up-" + next),
                        new AdverseEventFollowUp(
                                day("2024-03-08"),
                                EVENT,
                                by,
                                null,
                                null,
                                null,
                                Set.of(),
                                relatedness,
                                null,
                                outcome,
                                null)),
                next,
                Instant.parse(recordedAt));
    }

    private Safety safety(String asOf) {
        JsonNode definition = FactJson.mapper().valueToTree(new Yaml().load(PROTOCOL));
        StudyView study = StudyView.empty(STUDY)
                .apply(new SiteOpened(STOCKHOLM, null, ZoneId.of("Europe/Stockholm"), "SE"), 1, Instant.EPOCH)
                .apply(new ProtocolPublished(1, definition), 2, Instant.EPOCH);
        return Safety.of(study, List.of(record), LocalDate.parse(asOf));
    }

    private SafetyCase one(String asOf) {
        assertThat(safety(asOf).cases()).hasSize(1);
        return safety(asOf).cases().getFirst();
    }

    private List<ReportingClock> clocks(String asOf) {
        return one(asOf).clocks();
    }

    private static ClinicalDate day(String text) {
        return ClinicalDate.of(text);
    }
}
