package org.trialog.command.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trialog.command.keys.Sealing;
import org.trialog.command.keys.SubjectKeys;
import org.trialog.command.order.Act;
import org.trialog.command.order.OrderRefused;
import org.trialog.command.order.Reason;
import org.trialog.command.order.Sender;
import org.trialog.command.order.StaleVersion;
import org.trialog.command.order.SubjectOrder;
import org.trialog.command.order.SubjectOrder.Strictness;
import org.trialog.command.store.TestDatabase;
import org.trialog.events.clinical.Covariate;
import org.trialog.events.clinical.MedicalHistory;
import org.trialog.events.subject.Corrected;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.Role;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.Source;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/** Two coordinators have the same subject open. */
class ChangedMeanwhileTest {

    private static final SubjectId SUBJECT = new SubjectId("SE-1");

    private TestDatabase database;
    private TestDesk desk;
    private StudyId study;
    private Sealing sealing;
    private long seen;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        desk = new TestDesk(database);
        study = desk.openStudy("s1");
        sealing = new SubjectKeys(database.command()).sealing(study, SUBJECT);
        desk.screen(study, "SE-1");
        desk.give(study, "SE-1", history("asthma"));
        seen = desk.give(study, "SE-1", history("eczema")).version();
    }

    @Test
    void anEditOfAnotherRecordHolds() {
        correct("medical-history-1", "Asthma", seen);

        long after = correct("medical-history-2", "Eczema", seen);

        assertThat(after).isEqualTo(seen + 2);
    }

    @Test
    void anEditOfTheSameRecordDoesNotAndIsToldWhatChangedAndByWhom() {
        correct("medical-history-1", "Asthma", seen);

        assertThatThrownBy(() -> correct("medical-history-1", "Bronchial asthma", seen))
                .isInstanceOfSatisfying(
                        StaleVersion.class,
                        stale -> assertThat(stale.changes()).singleElement().satisfies(change -> {
                            assertThat(change.provenance().actor()).isEqualTo("anna");
                            assertThat(change.fact())
                                    .isEqualTo(new Corrected<>(
                                            new RecordId("medical-history-1"), history("asthma"), history("Asthma")));
                        }));
    }

    @Test
    void anotherRecordOfTheSameKindIsLookedAtFirstAndOneOfAnotherKindIsNot() {
        desk.give(study, "SE-1", history("cough"));

        assertThatThrownBy(() -> send(Act.Make.of(history("Cough")), seen)).isInstanceOf(StaleVersion.class);
        assertThat(send(Act.Make.of(new Covariate(ClinicalDate.of("2024"), "gene", "COL1A1")), seen))
                .isEqualTo(seen + 2);
    }

    @Test
    void aVersionThatDoesNotExistYetIsRefused() {
        assertThatThrownBy(() -> correct("medical-history-2", "Eczema", seen + 5))
                .isInstanceOfSatisfying(
                        StaleVersion.class, stale -> assertThat(stale.changes()).isEmpty());
    }

    @Test
    void aCoordinatorOfAnotherSiteIsToldNothingOfWhatChanged() {
        correct("medical-history-1", "Asthma", seen);
        Sender elsewhere = new Sender("ben", Role.COORDINATOR, new SiteId("umea"), Source.API, "test", null, null);
        Act retraction = new Act.Retract(new RecordId("medical-history-1"), reason());

        assertThatThrownBy(() -> desk.orders.carryOut(order(retraction, seen), elsewhere))
                .isInstanceOfSatisfying(
                        OrderRefused.class,
                        refused -> assertThat(refused.rejection().code()).isEqualTo("subject-unknown"));
    }

    private long correct(String id, String term, long expected) {
        return send(new Act.Correct(new RecordId(id), history(term), reason()), expected);
    }

    private long send(Act act, long expected) {
        return desk.orders.carryOut(order(act, expected), TestDesk.COORDINATOR).version();
    }

    private SubjectOrder order(Act act, long expected) {
        return new SubjectOrder(study, SUBJECT, List.of(act), Strictness.LIVE, false, expected, sealing.keys());
    }

    private Reason reason() {
        return new Reason("transcription-error", sealing.seal("synthetic"));
    }

    private static MedicalHistory history(String term) {
        return new MedicalHistory(ClinicalDate.of("2020"), null, term);
    }
}
