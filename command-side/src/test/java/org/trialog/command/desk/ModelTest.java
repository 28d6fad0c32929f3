package org.trialog.command.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.trialog.command.keys.Sealing;
import org.trialog.command.keys.SubjectKeys;
import org.trialog.command.order.Act;
import org.trialog.command.order.OrderRefused;
import org.trialog.command.order.Reason;
import org.trialog.command.order.StudyOrder;
import org.trialog.command.order.SubjectOrder;
import org.trialog.command.store.TestDatabase;
import org.trialog.command.subject.SubjectState;
import org.trialog.events.clinical.Addressee;
import org.trialog.events.clinical.AdverseEvent;
import org.trialog.events.clinical.ArmChoice;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.Completion;
import org.trialog.events.clinical.Confirmation;
import org.trialog.events.clinical.Consent;
import org.trialog.events.clinical.ConsentGiver;
import org.trialog.events.clinical.Death;
import org.trialog.events.clinical.Enrolment;
import org.trialog.events.clinical.Fracture;
import org.trialog.events.clinical.FractureSource;
import org.trialog.events.clinical.Mechanism;
import org.trialog.events.clinical.MissedTreatment;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.clinical.ReportKind;
import org.trialog.events.clinical.SafetyReport;
import org.trialog.events.clinical.Screening;
import org.trialog.events.clinical.SeriousnessCriterion;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.clinical.TreatmentStop;
import org.trialog.events.clinical.Visit;
import org.trialog.events.clinical.VisitMode;
import org.trialog.events.clinical.VisitType;
import org.trialog.events.clinical.Withdrawal;
import org.trialog.events.clinical.WithdrawalKind;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.Bone;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.Laterality;
import org.trialog.events.value.Quantity;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;
import org.trialog.events.wire.FactJson;

/** Random lives, told to the plain model and to a real store: the same verdicts, and the same records in the end. */
class ModelTest {

    private static final int COMMANDS = 50;
    private static final StudyId STUDY = new StudyId("lives");

    private final TestDatabase database = TestDatabase.fresh();
    private final TestDesk desk = new TestDesk(database);
    private final SubjectKeys keys = new SubjectKeys(database.command());
    private Sealing sealing = keys.sealing(STUDY, new SubjectId("S-0"));
    private int accepted;
    private int refused;

    @Test
    void theStoreAndThePlainModelAgree() {
        live(20_261_125L, 70);
    }

    @Test
    @Tag("full")
    void theyAgreeInMoreLives() {
        live(7L, 700);
    }

    private void live(long seed, int lives) {
        publish();
        for (int life = 0; life < lives; life++) {
            oneLife(new Random(seed + life), new SubjectId("S-" + life), "seed " + (seed + life));
        }
        assertThat(accepted).as("accepted").isGreaterThan(lives * COMMANDS / 6);
        assertThat(refused).as("refused").isGreaterThan(lives * COMMANDS / 6);
    }

    private void oneLife(Random random, SubjectId subject, String what) {
        PlainModel model = new PlainModel();
        sealing = keys.sealing(STUDY, subject);
        for (int i = 0; i < COMMANDS; i++) {
            int choice = random.nextInt(20);
            if (i == 0 && choice < 18) {
                make(model, subject, new Screening(day(random), TestDesk.SITE), what);
            } else if (choice == 0) {
                correct(model, subject, random, what);
            } else if (choice == 1) {
                retract(model, subject, random, what);
            } else {
                make(model, subject, record(random), what + ", command " + i);
            }
        }
        assertThat(state(subject)).as(what).isEqualTo(new TreeMap<>(model.standing()));
    }

    private void make(PlainModel model, SubjectId subject, ClinicalRecord record, String what) {
        if (send(subject, Act.Make.of(record), model.refusalsOf(record), what + ": " + record)) {
            model.make(record);
        }
    }

    private void correct(PlainModel model, SubjectId subject, Random random, String what) {
        String id = "fracture-" + (1 + random.nextInt(5));
        Fracture after = fracture(random);
        Act act = new Act.Correct(new RecordId(id), after, reason());
        if (send(subject, act, model.refusalsOfCorrection(id, after), what + ": correct " + id + " to " + after)) {
            model.correct(id, after);
        }
    }

    private void retract(PlainModel model, SubjectId subject, Random random, String what) {
        List<String> tokens = List.of(
                "fracture", "consent", "visit", "treatment", "death", "completion", "screening", "adverse-event");
        String id = tokens.get(random.nextInt(tokens.size())) + "-" + (1 + random.nextInt(3));
        if (send(
                subject,
                new Act.Retract(new RecordId(id), reason()),
                model.refusalsOfRetraction(id),
                what + ": retract " + id)) {
            model.retract(id);
        }
    }

    private boolean send(SubjectId subject, Act act, Set<String> expected, String what) {
        try {
            desk.orders.carryOut(SubjectOrder.of(STUDY, subject, act).with(sealing.keys()), TestDesk.COORDINATOR);
            assertThat(expected).as("accepted, %s", what).isEmpty();
            accepted++;
            return true;
        } catch (OrderRefused why) {
            assertThat(expected)
                    .as("refused, %s", what)
                    .contains(why.rejection().code());
            refused++;
            return false;
        }
    }

    /** What the stored events say, by the id of each record that stands. */
    private Map<String, ClinicalRecord> state(SubjectId subject) {
        SubjectState[] state = {SubjectState.empty(STUDY, subject)};
        database.superuser()
                .sql("select type, revision, payload, metadata from store.event where stream = ? order by"
                        + " stream_sequence")
                .param("subject:" + STUDY + "/" + subject)
                .query(row -> {
                    state[0] = Stored.evolve(
                            state[0], row.getString(1), row.getString(2), row.getString(3), row.getString(4));
                });
        Map<String, ClinicalRecord> standing = new TreeMap<>();
        for (RecordKind kind : RecordKind.values()) {
            state[0].standing(kind).forEach(held -> standing.put(held.id().value(), held.details()));
        }
        return standing;
    }

    private static ClinicalRecord record(Random random) {
        ClinicalDate day = day(random);
        return switch (random.nextInt(25)) {
            case 0 -> new Screening(day, TestDesk.SITE);
            case 1, 2, 3 -> new Consent(day, ConsentGiver.GUARDIAN, 1);
            case 4, 5 -> new Enrolment(day);
            case 6, 7 -> new ArmChoice(day, new ArmId(random.nextInt(4) == 0 ? PlainModel.CONTROL : "cells"), null);
            case 8, 9, 10, 11 -> dose(1 + random.nextInt(4), day);
            case 12 -> new MissedTreatment(day, 1 + random.nextInt(3), "illness");
            case 13, 14 -> new Visit(day, null, null, null, null, VisitType.UNSCHEDULED, VisitMode.CLINIC);
            case 15 -> random.nextInt(4) == 0 ? new Death(day, null) : fracture(random);
            case 16 -> random.nextInt(2) == 0 ? new TreatmentStop(day, "other") : fracture(random);
            case 17 -> random.nextInt(3) == 0 ? new Withdrawal(day, WithdrawalKind.CONSENT, "moved") : fracture(random);
            case 18 -> random.nextInt(4) == 0 ? new Completion(day) : fracture(random);
            case 19 -> serious(day);
            case 20, 21 ->
                new SafetyReport(
                        day,
                        new RecordId("adverse-event-" + (1 + random.nextInt(3))),
                        Addressee.SPONSOR,
                        ReportKind.INITIAL,
                        null,
                        null);
            default -> fracture(random);
        };
    }

    private static AdverseEvent serious(ClinicalDate day) {
        return new AdverseEvent(
                day,
                null,
                "Pneumonia",
                null,
                null,
                null,
                true,
                Set.of(SeriousnessCriterion.HOSPITALISATION),
                null,
                null,
                day,
                null);
    }

    private static Treatment dose(int number, ClinicalDate day) {
        return new Treatment(
                day,
                null,
                number,
                new Quantity(new BigDecimal("30000000"), "cells"),
                null,
                null,
                null,
                "intravenous",
                null,
                "cells",
                null);
    }

    private static Fracture fracture(Random random) {
        return new Fracture(
                day(random),
                random.nextBoolean() ? Bone.FEMUR : Bone.TIBIA,
                Laterality.LEFT,
                Mechanism.LOW_ENERGY,
                FractureSource.RADIOGRAPH,
                Confirmation.CONFIRMED,
                null,
                null,
                null);
    }

    private static ClinicalDate day(Random random) {
        return ClinicalDate.on(LocalDate.of(2023, 1, 1).plusDays(10L * random.nextInt(30)));
    }

    private Reason reason() {
        return new Reason("entered-in-error", sealing.seal("synthetic"));
    }

    private void publish() {
        try {
            desk.orders.carryOut(
                    new StudyOrder.PublishProtocol(STUDY, FactJson.mapper().readTree("""
                        {"study": "lives", "version": 1, "title": "Lives", "zone": "Europe/Stockholm", "synthetic": true,
                         "arms": [{"id": "untreated", "control": true},
                          {"id": "cells", "doses": {"count": 3, "anchor": "first-dose", "at": ["P0D", "P1M", "P2M"]}}]}
                        """)), TestDesk.COORDINATOR);
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException(malformed);
        }
        desk.orders.carryOut(
                new StudyOrder.OpenSite(STUDY, TestDesk.SITE, "Lund", ZoneId.of("Europe/Stockholm"), "SE"),
                TestDesk.COORDINATOR);
    }
}
