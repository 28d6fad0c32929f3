package org.trialog.query.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.trialog.events.batch.BatchManufactured;
import org.trialog.events.batch.BatchQuarantined;
import org.trialog.events.batch.BatchRecalled;
import org.trialog.events.batch.BatchRejected;
import org.trialog.events.batch.BatchReleased;
import org.trialog.events.clinical.Consent;
import org.trialog.events.clinical.ConsentGiver;
import org.trialog.events.clinical.Deviation;
import org.trialog.events.clinical.DeviationImportance;
import org.trialog.events.clinical.Sharing;
import org.trialog.events.clinical.SharingPurpose;
import org.trialog.events.study.DosingHeld;
import org.trialog.events.study.DosingResumed;
import org.trialog.events.study.ProtocolActivatedAtSite;
import org.trialog.events.subject.FlagResolved;
import org.trialog.events.subject.RecordFlagged;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.SiteId;
import org.trialog.query.worklist.Item.Kind;

/** A child whose only dose, of 1 February 2024, and whose consent the study says something about later. */
class LaterFactsTest {

    private static final BatchId BATCH = new BatchId("B-1");
    private static final RecordId DOSE = new RecordId("treatment-5");
    private static final RecordId CONSENT = new RecordId("consent-2");
    private static final RecordId HOLD = new RecordId("hold-1");
    private static final RecordId FLAG = new RecordId("flag-1");

    private final Child child = Child.in("treated")
            .in(new BatchManufactured(BATCH, "cells", "D-7", day("2024-01-01"), day("2026-01-01")))
            .in(new BatchReleased(BATCH, day("2024-01-10"), null))
            .dose(1, "2024-02-01", BATCH);

    @Test
    void rule12_aDoseOfABatchThatWasRecalledSinceIsFollowedUp() {
        child.in(new BatchRecalled(BATCH, day("2024-03-02"), "sterility"));
        assertThat(child.on("2024-03-01", Kind.RECALLED_BATCH)).isEmpty();
        Item item = child.on("2024-03-05", Kind.RECALLED_BATCH).getFirst();
        assertThat(item.code()).isEqualTo("B-1");
        assertThat(item.about()).isEqualTo(DOSE);
        assertThat(item.daysLeft()).isEqualTo(-3);
    }

    @Test
    void rule12_quarantineEndsWithTheReleaseAndGivesWayToWhatIsGraver() {
        child.in(new BatchQuarantined(BATCH, day("2024-03-02"), "a bag leaks"));
        assertThat(child.on("2024-03-02", Kind.QUARANTINED_BATCH)).hasSize(1);
        child.in(new BatchReleased(BATCH, day("2024-03-05"), null));
        assertThat(child.on("2024-03-05", Kind.QUARANTINED_BATCH)).isEmpty();
        child.in(new BatchQuarantined(BATCH, day("2024-03-06"), "a bag leaks"))
                .in(new BatchRejected(BATCH, day("2024-03-07"), "not sterile"));
        assertThat(child.on("2024-03-06", Kind.QUARANTINED_BATCH)).hasSize(1);
        assertThat(child.on("2024-03-07", Kind.QUARANTINED_BATCH)).isEmpty();
        assertThat(child.on("2024-03-07", Kind.REJECTED_BATCH)).hasSize(1);
    }

    @Test
    void rule12_aDeviationAboutTheDoseSettlesItButNotOneOfTheTimeBefore() {
        child.in(new BatchRejected(BATCH, day("2024-03-07"), "not sterile"));
        child.with(deviation("2024-02-01", 12, DOSE));
        assertThat(child.on("2024-03-08", Kind.REJECTED_BATCH)).hasSize(1);
        child.with(deviation("2024-03-08", 12, DOSE));
        assertThat(child.on("2024-03-08", Kind.REJECTED_BATCH)).isEmpty();
    }

    @Test
    void rule12_whatWasFlaggedWhenTheDoseWasRecordedIsAskedOnce() {
        child.in(new BatchRejected(BATCH, day("2024-03-07"), "not sterile"))
                .said(new RecordFlagged(FLAG, DOSE, 12, "batch-rejected-later", new TreeMap<>()));
        assertThat(child.on("2024-03-08", Kind.REJECTED_BATCH)).isEmpty();
        assertThat(child.on("2024-03-08", Kind.QUERY)).hasSize(1);
        child.said(new FlagResolved(FLAG, "corrected"));
        assertThat(child.on("2024-03-08", Kind.REJECTED_BATCH)).hasSize(1);
    }

    @Test
    void rule14_aDoseDuringAHoldThatBecameKnownLater() {
        child.in(new DosingHeld(HOLD, null, null, day("2024-01-20"), "an embolism"));
        Item item = child.on("2024-02-05", Kind.DOSE_DURING_HOLD).getFirst();
        assertThat(item.code()).isEqualTo("hold-1");
        assertThat(item.about()).isEqualTo(DOSE);
        child.in(new DosingResumed(HOLD, day("2024-02-01"), "the cause was found"));
        assertThat(child.on("2024-02-05", Kind.DOSE_DURING_HOLD)).isEmpty();
    }

    @Test
    void rule14_theHoldOfAnotherSiteCountsWhereTheDosesAreGivenThere() {
        SiteId lund = new SiteId("lund");
        child.in(new DosingHeld(HOLD, null, lund, day("2024-01-20"), "an embolism"));
        assertThat(child.on("2024-02-05", Kind.DOSE_DURING_HOLD)).isEmpty();
        child.with(new Sharing(Child.day("2024-01-02"), null, lund, SharingPurpose.DOSING));
        assertThat(child.on("2024-02-05", Kind.DOSE_DURING_HOLD)).hasSize(1);
        child.with(deviation("2024-02-05", 14, DOSE));
        assertThat(child.on("2024-02-05", Kind.DOSE_DURING_HOLD)).isEmpty();
    }

    @Test
    void rule02_aConsentToAVersionThatAsBecameKnownLaterWasSuperseded() {
        child.published(Child.PROTOCOL.replace("version: 1", "version: 2"));
        child.in(new ProtocolActivatedAtSite(Child.UTRECHT, 1, day("2023-06-01"), day("2023-06-01")));
        assertThat(child.on("2024-02-05", Kind.SUPERSEDED_CONSENT)).isEmpty();
        child.in(new ProtocolActivatedAtSite(Child.UTRECHT, 2, day("2023-12-20"), day("2024-01-02")));
        Item item = child.on("2024-02-05", Kind.SUPERSEDED_CONSENT).getFirst();
        assertThat(item.code()).isEqualTo("2");
        assertThat(item.about()).isEqualTo(CONSENT);
        child.with(new Consent(Child.day("2024-02-06"), ConsentGiver.GUARDIAN, 2));
        assertThat(child.on("2024-02-05", Kind.SUPERSEDED_CONSENT)).hasSize(1);
        assertThat(child.on("2024-02-06", Kind.SUPERSEDED_CONSENT)).isEmpty();
    }

    @Test
    void rule02_aVersionThatTheSiteTookUpLaterSupersedesNothing() {
        child.published(Child.PROTOCOL.replace("version: 1", "version: 2"))
                .in(new ProtocolActivatedAtSite(Child.UTRECHT, 1, day("2023-06-01"), day("2023-06-01")))
                .in(new ProtocolActivatedAtSite(Child.UTRECHT, 2, day("2023-12-20"), day("2024-01-03")));
        assertThat(child.on("2024-02-05", Kind.SUPERSEDED_CONSENT)).isEmpty();
    }

    private static Deviation deviation(String date, int rule, RecordId about) {
        return new Deviation(Child.day(date), DeviationImportance.IMPORTANT, rule, about, null);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
