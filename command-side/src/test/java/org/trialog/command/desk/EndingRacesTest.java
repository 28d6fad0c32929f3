package org.trialog.command.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trialog.command.order.Act;
import org.trialog.command.order.OrderRefused;
import org.trialog.command.order.SubjectOrder;
import org.trialog.command.order.SubjectOrder.Strictness;
import org.trialog.command.store.TestDatabase;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.Completion;
import org.trialog.events.clinical.Confirmation;
import org.trialog.events.clinical.Consent;
import org.trialog.events.clinical.ConsentGiver;
import org.trialog.events.clinical.ConsentScope;
import org.trialog.events.clinical.ConsentWithdrawal;
import org.trialog.events.clinical.Enrolment;
import org.trialog.events.clinical.Fracture;
import org.trialog.events.clinical.FractureSource;
import org.trialog.events.clinical.Mechanism;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.clinical.Screening;
import org.trialog.events.clinical.Withdrawal;
import org.trialog.events.clinical.WithdrawalKind;
import org.trialog.events.value.Bone;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.Laterality;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/** A write that races with the end of what allows it: whoever comes first, nothing is recorded after the end. */
class EndingRacesTest {

    private static final int PAIRS = 60;
    private static final ClinicalDate END = ClinicalDate.of("2024-04-01");
    private static final ClinicalDate LATER = ClinicalDate.of("2024-05-01");

    private TestDatabase database;
    private TestDesk one;
    private TestDesk other;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        one = new TestDesk(database);
        other = new TestDesk(database);
    }

    /** What ends, and the code that refuses what comes after it. */
    private enum Ending {
        COMPLETION(new Completion(END), "after-completion"),
        WITHDRAWAL(new Withdrawal(END, WithdrawalKind.CONSENT, "moved"), "after-consent-withdrawn"),
        CONSENT(
                new ConsentWithdrawal(END, new RecordId("consent-1"), java.util.Set.of(ConsentScope.ALL)),
                "after-consent-withdrawn");

        private final ClinicalRecord record;
        private final String code;

        Ending(ClinicalRecord record, String code) {
            this.record = record;
            this.code = code;
        }
    }

    @ParameterizedTest
    @EnumSource(Ending.class)
    void nothingIsRecordedAfterTheEnd(Ending ending) throws Exception {
        StudyId study = one.openStudy("s1");
        int refused = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            for (int pair = 0; pair < PAIRS; pair++) {
                String subject = "SE-" + pair;
                enrol(study, subject);
                CyclicBarrier start = new CyclicBarrier(2);
                Future<?> ended = pool.submit(() -> {
                    start.await();
                    return one.give(study, subject, ending.record);
                });
                Future<String> written = pool.submit(() -> {
                    start.await();
                    try {
                        other.give(study, subject, fracture());
                        return "";
                    } catch (OrderRefused refusal) {
                        return refusal.rejection().code();
                    }
                });
                ended.get();
                String code = written.get();
                List<String> types = one.types("subject:s1/" + subject);
                int fractured = types.indexOf("FractureRecorded");
                assertThat(code).isIn("", ending.code);
                assertThat(fractured)
                        .isLessThan(types.indexOf(RecordKind.of(ending.record).made()));
                assertThat(fractured >= 0).isEqualTo(code.isEmpty());
                refused += code.isEmpty() ? 0 : 1;
            }
        }
        assertThat(refused).as("races won by the end").isBetween(1, PAIRS - 1);
    }

    private void enrol(StudyId study, String subject) {
        List<Act> acts = List.of(
                Act.Make.of(new Screening(ClinicalDate.of("2024-02-01"), TestDesk.SITE)),
                Act.Make.of(new Consent(ClinicalDate.of("2024-02-02"), ConsentGiver.GUARDIAN, 1)),
                Act.Make.of(new Enrolment(ClinicalDate.of("2024-02-03"))));
        one.orders.carryOut(
                new SubjectOrder(study, new SubjectId(subject), acts, Strictness.LIVE, false, null),
                TestDesk.COORDINATOR);
    }

    private static Fracture fracture() {
        return new Fracture(
                LATER,
                Bone.FEMUR,
                Laterality.LEFT,
                Mechanism.LOW_ENERGY,
                FractureSource.RADIOGRAPH,
                Confirmation.CONFIRMED,
                null,
                null,
                null);
    }
}
