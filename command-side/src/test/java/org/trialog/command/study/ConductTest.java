package org.trialog.command.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trialog.command.study.Conduct.LEIDEN;
import static org.trialog.command.study.Conduct.LUND;
import static org.trialog.command.study.Conduct.NOWHERE;
import static org.trialog.command.study.Conduct.STUDY;
import static org.trialog.command.study.Conduct.day;

import org.junit.jupiter.api.Test;
import org.trialog.command.order.StudyOrder;
import org.trialog.command.order.StudyOrder.GiveGrant;
import org.trialog.command.order.StudyOrder.HoldDosing;
import org.trialog.command.order.StudyOrder.LockDataCut;
import org.trialog.command.order.StudyOrder.ResumeDosing;
import org.trialog.command.order.StudyOrder.RevokeGrant;
import org.trialog.command.order.StudyOrder.UnlockDataCut;
import org.trialog.events.study.DataCutLocked;
import org.trialog.events.study.DataCutUnlocked;
import org.trialog.events.study.DosingHeld;
import org.trialog.events.study.DosingResumed;
import org.trialog.events.study.GrantGiven;
import org.trialog.events.study.GrantRevoked;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.Role;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.SubjectId;

class ConductTest {
    private static final SubjectId CHILD = new SubjectId("SE-1");

    private final Conduct study = new Conduct();

    @Test
    void rule38_aCutIsOfTheStudyOrOfOneOfItsParts() {
        study.given(lock(null, null, null, "2026-02-01"), lock(LUND, null, null, "2026-02-01"));
        study.given(lock(null, CHILD, null, "2026-02-01"));
        assertThat(study.when(lock(null, CHILD, "FU6", "2026-02-01")))
                .containsExactly(new DataCutLocked(
                        new RecordId("cut-4"), null, CHILD, "FU6", day("2026-02-01"), "interim analysis"));
        study.refuses("cut-of-two-parts", lock(LUND, CHILD, null, "2026-02-01"));
        study.refuses("cut-visit-of-nobody", lock(null, null, "FU6", "2026-02-01"));
        study.refuses("site-unknown", lock(NOWHERE, null, null, "2026-02-01"));
        study.refuses("cut-in-future", lock(null, null, null, "2026-03-02"));
        study.refuses("cut-locked-already", lock(LUND, null, null, "2026-02-01"));
        assertThat(study.when(lock(LUND, null, null, "2026-02-02"))).hasSize(1);
        assertThat(study.when(lock(LUND, null, null, "2026-03-01")))
                .as("today in the study's zone")
                .hasSize(1);
    }

    @Test
    void rule38_anUnlockIsAFactWithAReasonAndTheDayCanBeLockedAgain() {
        study.given(lock(null, null, null, "2026-02-01"));
        assertThat(study.when(unlock("cut-1")))
                .containsExactly(new DataCutUnlocked(new RecordId("cut-1"), "a late scan"));
        study.refuses("cut-unknown", unlock("cut-2"));
        study.refuses("words-missing", new UnlockDataCut(STUDY, new RecordId("cut-1"), ""));
        study.given(unlock("cut-1"));
        study.refuses("cut-unlocked-already", unlock("cut-1"));
        assertThat(study.when(lock(null, null, null, "2026-02-01")))
                .singleElement()
                .isInstanceOfSatisfying(DataCutLocked.class, cut -> assertThat(cut.cut())
                        .as("an id is not given again")
                        .isEqualTo(new RecordId("cut-2")));
    }

    @Test
    void rule14_dosingIsHeldUntilItIsResumed() {
        assertThat(study.when(hold("cells", LUND)))
                .containsExactly(new DosingHeld(
                        new RecordId("hold-1"), new ArmId("cells"), LUND, day("2026-02-20"), "two embolisms"));
        study.refuses("arm-unknown", hold("drops", null));
        study.refuses("site-unknown", hold(null, NOWHERE));
        study.given(hold("cells", LUND), hold(null, null));
        study.refuses("dosing-held-already", hold("cells", LUND));
        assertThat(study.when(hold("cells", LEIDEN))).hasSize(1);
        study.refuses("hold-unknown", resume("hold-3", "2026-02-25"));
        study.refuses("resumed-before-held", resume("hold-1", "2026-02-19"));
        assertThat(study.when(resume("hold-1", "2026-02-25")))
                .containsExactly(new DosingResumed(new RecordId("hold-1"), day("2026-02-25"), "the board agrees"));
        study.given(resume("hold-1", "2026-02-25"));
        assertThat(study.when(resume("hold-1", "2026-02-25"))).isEmpty();
        study.refuses("dosing-resumed-already", resume("hold-1", "2026-02-26"));
        assertThat(study.when(hold("cells", LUND))).hasSize(1);
    }

    @Test
    void rule42_whoIsLetInIsRecordedAndSoIsWhoIsTurnedOut() {
        assertThat(study.when(give("anna", Role.COORDINATOR, LUND)))
                .containsExactly(new GrantGiven("anna", Role.COORDINATOR, LUND));
        assertThat(study.when(give("ivo", Role.INVESTIGATOR, null))).hasSize(1);
        study.refuses("grant-without-site", give("anna", Role.COORDINATOR, null));
        study.refuses("grant-with-site", give("ivo", Role.INVESTIGATOR, LUND));
        study.refuses("site-unknown", give("anna", Role.COORDINATOR, NOWHERE));
        study.refuses("grant-unknown", revoke("anna", LUND));
        study.given(give("anna", Role.COORDINATOR, LUND));
        assertThat(study.when(give("anna", Role.COORDINATOR, LUND))).isEmpty();
        study.refuses("grant-unknown", revoke("anna", LEIDEN));
        assertThat(study.when(revoke("anna", LUND)))
                .containsExactly(new GrantRevoked("anna", Role.COORDINATOR, LUND, "left the hospital"));
        study.given(revoke("anna", LUND));
        study.refuses("grant-unknown", revoke("anna", LUND));
        assertThat(study.when(give("anna", Role.COORDINATOR, LUND))).hasSize(1);
    }

    @Test
    void nothingIsOrderedInAStudyThatDoesNotExist() {
        for (StudyOrder order : new StudyOrder[] {
            lock(null, null, null, "2026-02-01"), hold(null, null), give("ivo", Role.INVESTIGATOR, null)
        }) {
            assertThatThrownBy(() -> StudyDecider.decide(StudyState.empty(), order, Conduct.NOW))
                    .hasMessageContaining("study-unknown");
        }
    }

    private static LockDataCut lock(SiteId site, SubjectId subject, String visit, String through) {
        return new LockDataCut(STUDY, site, subject, visit, day(through), "interim analysis");
    }

    private static UnlockDataCut unlock(String cut) {
        return new UnlockDataCut(STUDY, new RecordId(cut), "a late scan");
    }

    private static HoldDosing hold(String arm, SiteId site) {
        return new HoldDosing(STUDY, arm == null ? null : new ArmId(arm), site, day("2026-02-20"), "two embolisms");
    }

    private static ResumeDosing resume(String hold, String on) {
        return new ResumeDosing(STUDY, new RecordId(hold), day(on), "the board agrees");
    }

    private static GiveGrant give(String account, Role role, SiteId site) {
        return new GiveGrant(STUDY, account, role, site);
    }

    private static RevokeGrant revoke(String account, SiteId site) {
        return new RevokeGrant(STUDY, account, Role.COORDINATOR, site, "left the hospital");
    }
}
