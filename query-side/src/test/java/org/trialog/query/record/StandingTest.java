package org.trialog.query.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trialog.events.clinical.ArmChange;
import org.trialog.events.clinical.ArmChoice;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.Consent;
import org.trialog.events.clinical.ConsentGiver;
import org.trialog.events.clinical.ConsentScope;
import org.trialog.events.clinical.ConsentWithdrawal;
import org.trialog.events.clinical.ContactRegain;
import org.trialog.events.clinical.Enrolment;
import org.trialog.events.clinical.FollowUpSource;
import org.trialog.events.clinical.LossToFollowUp;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.clinical.Screening;
import org.trialog.events.clinical.Sharing;
import org.trialog.events.clinical.SharingPurpose;
import org.trialog.events.clinical.Transfer;
import org.trialog.events.subject.Recorded;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/** Where a subject stands, which site follows it and which arm it is in. */
class StandingTest {

    private static final SiteId STOCKHOLM = new SiteId("stockholm");
    private static final SiteId UTRECHT = new SiteId("utrecht");
    private static final SiteId COLOGNE = new SiteId("cologne");

    @Test
    void rule22_aWithdrawalOfAllConsentIsAStateOfItsOwn() {
        assertThat(withdrawn(ConsentScope.ALL)).isEqualTo(SubjectStatus.CONSENT_WITHDRAWN);
        assertThat(withdrawn(ConsentScope.VISITS)).isEqualTo(SubjectStatus.WITHDRAWN_FROM_PROCEDURES);
    }

    @Test
    void rule23_whoWithdrawsFromTreatmentStaysInFollowUp() {
        assertThat(withdrawn(ConsentScope.TREATMENT)).isEqualTo(SubjectStatus.TREATMENT_STOPPED);
        assertThat(withdrawn(ConsentScope.SAMPLES)).isEqualTo(SubjectStatus.ENROLLED);
    }

    @Test
    void rule25_regainedContactReopensALossBeforeItOnly() {
        assertThat(status(lost("2024-02-01"), regained("2024-05-01"))).isEqualTo(SubjectStatus.ENROLLED);
        assertThat(status(regained("2024-05-01"), lost("2024-02-01"))).isEqualTo(SubjectStatus.ENROLLED);
        assertThat(status(lost("2024-02-01"), regained("2024-05-01"), lost("2024-09-01")))
                .isEqualTo(SubjectStatus.LOST_TO_FOLLOW_UP);
    }

    @Test
    void theSiteThatFollowsIsTheOneMovedToLastByItsDay() {
        SubjectRecord moved = told(new Transfer(day("2024-06-01"), COLOGNE), new Transfer(day("2024-03-01"), UTRECHT));
        assertThat(SubjectLine.siteOf(moved)).contains(COLOGNE);
        assertThat(SubjectLine.siteOf(told())).contains(STOCKHOLM);
    }

    @Test
    void everySiteThatEverHadToDoWithTheSubjectIsKnown() {
        SubjectRecord moved = told(
                new Transfer(day("2024-06-01"), COLOGNE),
                new Sharing(day("2024-01-10"), null, UTRECHT, SharingPurpose.DOSING));
        assertThat(SubjectLine.sitesOf(moved)).containsExactlyInAnyOrder(STOCKHOLM, UTRECHT, COLOGNE);
    }

    @Test
    void rule08_theArmIsTheOneCrossedTo() {
        SubjectRecord crossed = told(new ArmChange(day("2024-06-01"), new ArmId("treated"), "guardians-wish"));
        assertThat(SubjectLine.of(crossed).arm()).isEqualTo(new ArmId("treated"));
    }

    private static SubjectStatus withdrawn(ConsentScope scope) {
        return status(new ConsentWithdrawal(day("2024-05-01"), new RecordId("consent-1"), Set.of(scope)));
    }

    private static SubjectStatus status(ClinicalRecord... records) {
        return SubjectStatus.of(told(records));
    }

    private static LossToFollowUp lost(String date) {
        return new LossToFollowUp(day(date), 3);
    }

    private static ContactRegain regained(String date) {
        return new ContactRegain(day(date), FollowUpSource.TELEPHONE);
    }

    private static SubjectRecord told(ClinicalRecord... later) {
        SubjectRecord told = SubjectRecord.empty(new StudyId("bones"), new SubjectId("S-1"));
        ClinicalRecord[] first = {
            new Screening(day("2024-01-01"), STOCKHOLM),
            new Consent(day("2024-01-01"), ConsentGiver.GUARDIAN, 1),
            new ArmChoice(day("2024-01-02"), new ArmId("untreated"), null),
            new Enrolment(day("2024-01-02"))
        };
        for (ClinicalRecord record : first) {
            told = and(told, record);
        }
        for (ClinicalRecord record : later) {
            told = and(told, record);
        }
        return told;
    }

    private static SubjectRecord and(SubjectRecord told, ClinicalRecord record) {
        long next = told.position() + 1;
        RecordId id = new RecordId(RecordKind.of(record).token() + "-" + next);
        return told.apply(new Recorded<>(id, record), next, Instant.EPOCH);
    }

    private static ClinicalDate day(String text) {
        return ClinicalDate.of(text);
    }
}
