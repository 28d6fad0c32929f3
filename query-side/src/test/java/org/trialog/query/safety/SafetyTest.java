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
import org.trialog.events.clinical.AdverseEvent;
import org.trialog.events.clinical.AdverseEventFollowUp;
import org.trialog.events.clinical.AdverseEventOutcome;
import org.trialog.events.clinical.Assessor;
import org.trialog.events.clinical.Expectedness;
import org.trialog.events.clinical.Relatedness;
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
        assertThat(clocks("2024-03-20").getLast().state()).isEqualTo(State.OVER);
    }

    @Test
    void rule33_aLifeThreateningOneWithinSevenAndEightMore() {
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
