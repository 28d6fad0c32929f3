package org.trialog.query.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.trialog.events.batch.BatchManufactured;
import org.trialog.events.batch.BatchQuarantined;
import org.trialog.events.batch.BatchRecalled;
import org.trialog.events.batch.BatchRejected;
import org.trialog.events.batch.BatchReleased;
import org.trialog.events.study.AggregateResultRegistered;
import org.trialog.events.study.DataCutLocked;
import org.trialog.events.study.DataCutUnlocked;
import org.trialog.events.study.DosingHeld;
import org.trialog.events.study.DosingResumed;
import org.trialog.events.study.GrantGiven;
import org.trialog.events.study.GrantRevoked;
import org.trialog.events.study.ProtocolActivatedAtSite;
import org.trialog.events.study.SiteClosed;
import org.trialog.events.study.SiteOpened;
import org.trialog.events.study.StudyEvent;
import org.trialog.events.study.StudyStatus;
import org.trialog.events.study.StudyStatusChanged;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.Role;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.StudyId;
import org.trialog.query.history.Telling;

/** Given facts of a study, when one more is known, then this is what is known. */
class StudyViewTest {

    private static final StudyId STUDY = new StudyId("bones");
    private static final SiteId UTRECHT = new SiteId("utrecht");
    private static final BatchId BATCH = new BatchId("B-1");
    private static final RecordId HOLD = new RecordId("hold-1");
    private static final RecordId CUT = new RecordId("cut-1");

    @Test
    void aStudyKeepsEveryStatusWithItsReason() {
        StudyView view = told(
                new StudyStatusChanged(StudyStatus.RECRUITING, day("2024-01-01"), null),
                new StudyStatusChanged(StudyStatus.STOPPED_EARLY, day("2024-09-01"), "money"));
        assertThat(view.conduct().statuses()).hasSize(2);
        assertThat(view.conduct().statuses().getLast().reason()).isEqualTo("money");
    }

    @Test
    void aSiteGoesByTheVersionThatItActivatedLast() {
        StudyView view = told(
                opened(),
                Telling.protocol(STUDY, 1, "UTC"),
                Telling.protocol(STUDY, 2, "UTC"),
                new ProtocolActivatedAtSite(UTRECHT, 1, day("2024-01-05"), day("2024-01-10")),
                new ProtocolActivatedAtSite(UTRECHT, 2, day("2024-05-05"), day("2024-06-01")));
        assertThat(version(view, UTRECHT, "2024-05-31")).isEqualTo(1);
        assertThat(version(view, UTRECHT, "2024-06-01")).isEqualTo(2);
        assertThat(version(view, UTRECHT, "2023-12-31")).isEqualTo(1);
        assertThat(version(view, new SiteId("cologne"), "2024-01-01")).isEqualTo(2);
    }

    @Test
    void aClosedSiteSaysSinceWhenAndWhy() {
        StudyView view = told(opened(), new SiteClosed(UTRECHT, day("2025-01-01"), "investigator left"));
        assertThat(view.sites().getFirst().closed()).isEqualTo(new Reasoned(day("2025-01-01"), "investigator left"));
    }

    @Test
    void rule12_aReleaseEndsAQuarantineAndNothingEndsARejection() {
        StudyView held = made().apply(new BatchReleased(BATCH, day("2024-01-05"), "viability 0.68"))
                .apply(new BatchQuarantined(BATCH, day("2024-02-01"), "freezer alarm"));
        assertThat(batch(held).quarantined()).isEqualTo(new Reasoned(day("2024-02-01"), "freezer alarm"));
        assertThat(batch(held).outOfSpecification()).isEqualTo("viability 0.68");
        StudyView again = held.apply(new BatchReleased(BATCH, day("2024-02-10")));
        assertThat(batch(again).quarantined()).isNull();
        assertThat(batch(again).releasedOn()).isEqualTo(day("2024-02-10"));
        assertThat(batch(again).outOfSpecification()).isNull();
        StudyView gone = again.apply(new BatchRejected(BATCH, day("2024-03-01"), "sterility"))
                .apply(new BatchRecalled(BATCH, day("2024-03-02"), "sterility"))
                .apply(new BatchReleased(BATCH, day("2024-03-03")));
        assertThat(batch(gone).rejected()).isNotNull();
        assertThat(batch(gone).recalled()).isNotNull();
    }

    @Test
    void rule38_aCutIsPinnedToThePositionOfItsLock() {
        StudyView locked = told(opened(), new DataCutLocked(CUT, UTRECHT, null, null, day("2024-06-30"), "analysis"));
        assertThat(locked.conduct().cuts().getFirst().position()).isEqualTo(2);
        assertThat(locked.conduct().cuts().getFirst().unlocked()).isNull();
        DataCutView lifted = locked.apply(new DataCutUnlocked(CUT, "late result"), 9, Instant.EPOCH)
                .conduct()
                .cuts()
                .getFirst();
        assertThat(lifted.position()).isEqualTo(2);
        assertThat(lifted.unlocked()).isEqualTo(new DataCutView.Unlock(9, "late result"));
    }

    @Test
    void rule14_aHoldHoldsFromItsDayUntilTheDayOfResumption() {
        DosingHoldView hold = told(
                        new DosingHeld(HOLD, new ArmId("treated"), null, day("2024-03-01"), "embolism"),
                        new DosingResumed(HOLD, day("2024-04-01"), "board agreed"))
                .conduct()
                .holds()
                .getFirst();
        assertThat(hold.holds(new ArmId("treated"), UTRECHT, day("2024-02-29"))).isFalse();
        assertThat(hold.holds(new ArmId("treated"), UTRECHT, day("2024-03-31"))).isTrue();
        assertThat(hold.holds(new ArmId("open"), UTRECHT, day("2024-03-31"))).isFalse();
        assertThat(hold.holds(new ArmId("treated"), UTRECHT, day("2024-04-01"))).isFalse();
    }

    @Test
    void rule42_aRevokedGrantStaysReadable() {
        StudyView view = told(
                new GrantGiven("anna", Role.COORDINATOR, UTRECHT),
                new GrantGiven("anna", Role.AUDITOR, null),
                new GrantRevoked("anna", Role.COORDINATOR, UTRECHT, "left"),
                new GrantGiven("anna", Role.COORDINATOR, UTRECHT));
        assertThat(view.conduct().grants()).extracting(GrantView::position).containsExactly(1L, 2L, 4L);
        assertThat(view.conduct().grants().getFirst().revoked()).isEqualTo(new GrantView.Revocation(3, "left"));
        assertThat(view.conduct().grants().get(1).revoked()).isNull();
        assertThat(view.conduct().grants().getLast().revoked()).isNull();
    }

    @Test
    void aStudyIsReadBackAsItWasWritten() {
        StudyView view = told(
                        opened(),
                        Telling.protocol(STUDY, 1, "UTC"),
                        new ProtocolActivatedAtSite(UTRECHT, 1, day("2024-01-05"), day("2024-01-10")),
                        new SiteClosed(UTRECHT, day("2025-01-01"), "investigator left"),
                        new StudyStatusChanged(StudyStatus.CLOSED, day("2024-01-01"), null),
                        new DataCutLocked(CUT, null, null, null, day("2024-06-30"), "analysis"),
                        new DataCutUnlocked(CUT, "late result"),
                        new DosingHeld(HOLD, null, null, day("2024-03-01"), "embolism"),
                        new DosingResumed(HOLD, day("2024-04-01"), "board agreed"),
                        new GrantGiven("anna", Role.AUDITOR, null),
                        new GrantRevoked("anna", Role.AUDITOR, null, "left"),
                        aggregate())
                .apply(new BatchManufactured(BATCH, "cells", "D-7", day("2024-01-01"), day("2026-01-01")))
                .apply(new BatchReleased(BATCH, day("2024-01-05")))
                .apply(new BatchRecalled(BATCH, day("2024-03-02"), "sterility"))
                .withData(40);
        assertThat(StudyJson.read(StudyJson.write(view))).isEqualTo(view);
    }

    private static StudyView told(StudyEvent... events) {
        StudyView view = StudyView.empty(STUDY);
        long at = 0;
        for (StudyEvent event : events) {
            view = view.apply(event, ++at, Instant.EPOCH);
        }
        return view;
    }

    private static StudyView made() {
        return StudyView.empty(STUDY)
                .apply(new BatchManufactured(BATCH, "cells", "D-7", day("2024-01-01"), day("2026-01-01")));
    }

    private static Batch batch(StudyView view) {
        return view.batch(BATCH).orElseThrow();
    }

    private static int version(StudyView view, SiteId site, String day) {
        return view.protocolAt(site, day(day)).orElseThrow().version();
    }

    private static SiteOpened opened() {
        return new SiteOpened(UTRECHT, "Utrecht", ZoneId.of("Europe/Amsterdam"), "NL");
    }

    private static AggregateResultRegistered aggregate() {
        return new AggregateResultRegistered(
                new RecordId("aggregate-1"),
                "Lamo-Espinosa 2016",
                "high dose",
                false,
                "WOMAC",
                Period.ofMonths(12),
                10,
                "subject",
                null,
                null,
                new BigDecimal("16.5"),
                new BigDecimal("12"),
                new BigDecimal("19"),
                null,
                null,
                "bone-marrow",
                null,
                1,
                "J Transl Med 2016",
                null,
                null,
                null,
                null);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
