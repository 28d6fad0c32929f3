package org.trialog.query.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.trialog.events.clinical.Addressee;
import org.trialog.events.clinical.AdverseEvent;
import org.trialog.events.clinical.Birth;
import org.trialog.events.clinical.Consent;
import org.trialog.events.clinical.ConsentGiver;
import org.trialog.events.clinical.ConsentScope;
import org.trialog.events.clinical.ConsentWithdrawal;
import org.trialog.events.clinical.ContactRegain;
import org.trialog.events.clinical.Death;
import org.trialog.events.clinical.Expectedness;
import org.trialog.events.clinical.FollowUpSource;
import org.trialog.events.clinical.LossToFollowUp;
import org.trialog.events.clinical.Measurement;
import org.trialog.events.clinical.MissedTreatment;
import org.trialog.events.clinical.MissedVisit;
import org.trialog.events.clinical.Relatedness;
import org.trialog.events.clinical.ReportKind;
import org.trialog.events.clinical.SafetyReport;
import org.trialog.events.clinical.SeriousnessCriterion;
import org.trialog.events.clinical.TreatmentStop;
import org.trialog.events.personal.Personal;
import org.trialog.events.study.DosingHeld;
import org.trialog.events.study.ProtocolActivatedAtSite;
import org.trialog.events.subject.ProcessingRestricted;
import org.trialog.events.subject.QueryAnswered;
import org.trialog.events.subject.QueryOpened;
import org.trialog.events.subject.RecordFlagged;
import org.trialog.events.subject.RestrictionLifted;
import org.trialog.events.value.AgeOn;
import org.trialog.events.value.RecordId;
import org.trialog.query.worklist.Item.Kind;
import org.trialog.query.worklist.Item.State;

/** What is to be done for a child on given days. */
class WorklistTest {

    private static final Personal<String> WORDS = new Personal<>("key-1", "c2VhbGVk");

    @Test
    void rule20_aVisitComesOpensFallsDueAndIsOverdue() {
        Child child = Child.in("untreated");
        assertThat(state(child, "2024-06-24", Kind.VISIT)).isEqualTo(State.NOT_YET);
        assertThat(state(child, "2024-06-25", Kind.VISIT)).isEqualTo(State.IN_WINDOW);
        assertThat(state(child, "2024-07-02", Kind.VISIT)).isEqualTo(State.DUE);
        assertThat(state(child, "2024-07-09", Kind.VISIT)).isEqualTo(State.DUE);
        assertThat(state(child, "2024-07-10", Kind.VISIT)).isEqualTo(State.OVERDUE);
    }

    @Test
    void aVisitSaysItsWindowAndTheDaysThatAreLeft() {
        Item visit = Child.in("untreated").on("2024-07-12", Kind.VISIT).getFirst();
        assertThat(visit.code()).isEqualTo("M6");
        assertThat(visit.planned()).isEqualTo(LocalDate.parse("2024-07-02"));
        assertThat(visit.from()).isEqualTo(LocalDate.parse("2024-06-25"));
        assertThat(visit.through()).isEqualTo(LocalDate.parse("2024-07-09"));
        assertThat(visit.daysLeft()).isEqualTo(-3);
    }

    @Test
    void whatWasMadeOrMissedIsGone() {
        assertThat(Child.in("untreated").visit("M6", "2024-07-02").on("2024-07-12", Kind.VISIT))
                .isEmpty();
        assertThat(Child.in("untreated")
                        .with(new MissedVisit(Child.day("2024-07-02"), "M6", "illness"))
                        .on("2024-07-12", Kind.VISIT))
                .isEmpty();
    }

    @Test
    void nobodyIsExpectedAfterDeathButWhatWasPlannedBeforeIsStillToBeRecorded() {
        Child early = Child.in("untreated").with(new Death(Child.day("2024-03-01"), null));
        assertThat(early.on("2024-07-12", Kind.VISIT)).isEmpty();
        Child late = Child.in("untreated").with(new Death(Child.day("2024-07-20"), null));
        assertThat(late.on("2024-08-12", Kind.VISIT)).hasSize(1);
    }

    @Test
    void rule24_whoWithdrewConsentToVisitsIsNotExpected() {
        RecordId consent = new RecordId("consent-2");
        Child withdrawn = Child.in("untreated")
                .with(new ConsentWithdrawal(Child.day("2024-03-01"), consent, Set.of(ConsentScope.VISITS)));
        Child samples = Child.in("untreated")
                .with(new ConsentWithdrawal(Child.day("2024-03-01"), consent, Set.of(ConsentScope.SAMPLES)));
        assertThat(withdrawn.on("2024-07-12", Kind.VISIT)).isEmpty();
        assertThat(samples.on("2024-07-12", Kind.VISIT)).hasSize(1);
    }

    @Test
    void rule43_aRestrictedSubjectIsMarkedUntilTheRestrictionIsLifted() {
        Child child = Child.in("untreated").said(new ProcessingRestricted("objection"));
        assertThat(child.on("2024-07-12", Kind.RESTRICTED)).singleElement().satisfies(item -> assertThat(item.code())
                .isEqualTo("objection"));
        assertThat(child.on("2024-07-12", Kind.VISIT))
                .as("what is due stays due")
                .hasSize(1);
        child.said(new RestrictionLifted("ground-ended"));
        assertThat(child.on("2024-07-12", Kind.RESTRICTED)).isEmpty();
    }

    @Test
    void rule25_contactRegainedBringsTheVisitsBack() {
        Child lost = Child.in("untreated").with(new LossToFollowUp(Child.day("2024-05-01"), 3));
        assertThat(lost.on("2024-07-12", Kind.VISIT)).isEmpty();
        assertThat(lost.on("2024-07-12", Kind.CONTACT_LOST)).hasSize(1);
        lost.with(new ContactRegain(Child.day("2024-06-01"), FollowUpSource.TELEPHONE));
        assertThat(lost.on("2024-07-12", Kind.VISIT)).hasSize(1);
        assertThat(lost.on("2024-07-12", Kind.CONTACT_LOST)).isEmpty();
    }

    @Test
    void rule23_afterAStopOfTreatmentNoDoseIsDueAndFollowUpGoesOn() {
        Child stopped = Child.in("treated")
                .dose(1, "2024-02-01")
                .with(new TreatmentStop(Child.day("2024-03-01"), "adverse-event"));
        assertThat(stopped.on("2024-07-12", Kind.DOSE)).isEmpty();
        assertThat(stopped.on("2024-07-12", Kind.VISIT)).extracting(Item::code).containsExactly("M6", "FU6");
    }

    @Test
    void theFirstDoseIsDueAsSoonAsPossibleAndTheOthersFollowIt() {
        Child child = Child.in("treated");
        Item first = child.on("2024-01-03", Kind.DOSE).getFirst();
        assertThat(first.planned()).isNull();
        assertThat(first.state()).isEqualTo(State.DUE);
        List<Item> then = child.dose(1, "2024-02-01").on("2024-06-16", Kind.DOSE);
        assertThat(then).extracting(Item::code).containsExactly("2", "3");
        assertThat(then).extracting(Item::state).containsExactly(State.OVERDUE, State.NOT_YET);
    }

    @Test
    void rule09_aMissedDoseIsSettled() {
        Child child = Child.in("treated")
                .dose(1, "2024-02-01")
                .with(new MissedTreatment(Child.day("2024-06-01"), 2, "illness"));
        assertThat(child.on("2024-06-16", Kind.DOSE)).extracting(Item::code).containsExactly("3");
    }

    @Test
    void rule08_noDoseIsDueForAControl() {
        assertThat(Child.in("untreated").on("2024-06-16", Kind.DOSE)).isEmpty();
    }

    @Test
    void rule14_aDoseThatWouldBeDueIsHeldWhileDosingIs() {
        Child held = Child.in("treated")
                .dose(1, "2024-02-01")
                .in(new DosingHeld(
                        new RecordId("hold-1"), null, Child.UTRECHT, LocalDate.parse("2024-05-01"), "alarm"));
        assertThat(held.on("2024-06-01", Kind.DOSE)).extracting(Item::state).containsExactly(State.HELD, State.NOT_YET);
    }

    @Test
    void rule10_aDueDosePerKilogramAsksForARecentWeight() {
        Child child = Child.in("treated").dose(1, "2024-02-01");
        assertThat(child.on("2024-05-01", Kind.WEIGHT)).isEmpty();
        assertThat(child.on("2024-06-01", Kind.WEIGHT)).hasSize(1);
        child.with(new Measurement(Child.day("2024-05-20"), "weight", new BigDecimal("7.1"), null, "kg", null));
        assertThat(child.on("2024-06-01", Kind.WEIGHT)).isEmpty();
        assertThat(child.on("2024-06-04", Kind.WEIGHT)).hasSize(1);
    }

    @Test
    void rule15_anObservationThatNobodyRecordedIsAskedFor() {
        Item item = Child.in("treated")
                .dose(1, "2024-02-01")
                .on("2024-02-03", Kind.OBSERVATION)
                .getFirst();
        assertThat(item.code()).isEqualTo("1");
        assertThat(item.about()).isEqualTo(new RecordId("treatment-5"));
    }

    @Test
    void rule33_aReportIsDueUntilItIsSentAndThenOverdue() {
        RecordId event = new RecordId("adverse-event-5");
        Child child = Child.in("treated").with(suspected());
        Item due = child.on("2024-02-10", Kind.SAFETY_REPORT).getFirst();
        assertThat(due.code()).isEqualTo("expedited-15");
        assertThat(due.about()).isEqualTo(event);
        assertThat(due.through()).as("recorded on 2 February in Utrecht").isEqualTo(LocalDate.parse("2024-02-17"));
        assertThat(due.daysLeft()).isEqualTo(7);
        assertThat(state(child, "2024-02-18", Kind.SAFETY_REPORT)).isEqualTo(State.OVERDUE);
        child.with(new SafetyReport(
                Child.day("2024-02-01"), event, Addressee.AUTHORITY, ReportKind.INITIAL, null, "2024-17"));
        assertThat(child.on("2024-02-18", Kind.SAFETY_REPORT)).isEmpty();
    }

    private static AdverseEvent suspected() {
        return new AdverseEvent(
                Child.day("2024-02-01"),
                null,
                "Pneumonia",
                null,
                null,
                null,
                true,
                Set.of(SeriousnessCriterion.HOSPITALISATION),
                Relatedness.POSSIBLE,
                null,
                Child.day("2024-02-01"),
                null,
                null,
                Expectedness.UNEXPECTED);
    }

    @Test
    void rule02_consentIsRenewedOnceTheSiteGoesByAnAmendment() {
        Child child = Child.in("untreated")
                .in(new ProtocolActivatedAtSite(
                        Child.UTRECHT, 1, LocalDate.parse("2024-01-01"), LocalDate.parse("2024-01-01")))
                .published(Child.PROTOCOL.replace("version: 1", "version: 2"));
        assertThat(child.on("2024-03-01", Kind.RE_CONSENT)).isEmpty();
        child.in(new ProtocolActivatedAtSite(
                Child.UTRECHT, 2, LocalDate.parse("2024-03-05"), LocalDate.parse("2024-03-10")));
        assertThat(child.on("2024-03-09", Kind.RE_CONSENT)).isEmpty();
        Item due = child.on("2024-03-12", Kind.RE_CONSENT).getFirst();
        assertThat(due.code()).isEqualTo("2");
        assertThat(due.daysLeft()).isEqualTo(-2);
        child.with(new Consent(Child.day("2024-03-12"), ConsentGiver.GUARDIAN, 2));
        assertThat(child.on("2024-03-12", Kind.RE_CONSENT)).isEmpty();
    }

    @Test
    void rule02_consentThatStandsIsNotRenewed() {
        assertThat(Child.in("untreated")
                        .published(Child.PROTOCOL.replace("version: 1", "version: 2\nconsentStands: true"))
                        .on("2024-03-12", Kind.RE_CONSENT))
                .isEmpty();
    }

    @Test
    void rule01_assentIsAskedForByAge() {
        Child child = Child.in("untreated")
                .published(Child.PROTOCOL.replace(
                        "version: 1", "version: 2\nconsentStands: true\nconsentAges: {assent: P7Y}"))
                .with(new Birth(
                        new Personal<>("key-1", "c2VhbGVk"),
                        AgeOn.of(Child.day("2018-05-10").range().orElseThrow(), LocalDate.parse("2024-01-02")),
                        null,
                        "F"));
        assertThat(child.on("2025-05-09", Kind.ASSENT)).isEmpty();
        assertThat(child.on("2025-05-10", Kind.ASSENT)).hasSize(1);
        assertThat(child.on("2036-05-10", Kind.OWN_CONSENT)).hasSize(1);
        child.with(new Consent(Child.day("2025-05-11"), ConsentGiver.ASSENT, 2));
        assertThat(child.on("2025-05-12", Kind.ASSENT)).isEmpty();
    }

    @Test
    void openQueriesOfPeopleAndOfRulesAreAnswered() {
        RecordId query = new RecordId("query-1");
        Child child = Child.in("untreated")
                .said(new QueryOpened(query, null, null, WORDS))
                .said(new RecordFlagged(new RecordId("flag-1"), null, 25, "no-attempts", new TreeMap<>(Map.of())));
        assertThat(child.on("2024-03-01", Kind.QUERY))
                .extracting(Item::about)
                .containsExactlyInAnyOrder(query, new RecordId("flag-1"));
        assertThat(child.on("2024-03-01", Kind.QUERY).getFirst().planned())
                .as("half past eleven in London is the next day in Utrecht")
                .isEqualTo(LocalDate.parse("2024-02-02"));
        child.said(new QueryAnswered(query, WORDS));
        assertThat(child.on("2024-03-01", Kind.QUERY)).extracting(Item::code).containsExactly("no-attempts");
    }

    private static State state(Child child, String asOf, Kind kind) {
        List<Item> items = child.on(asOf, kind);
        assertThat(items).hasSize(1);
        return items.getFirst().state();
    }
}
