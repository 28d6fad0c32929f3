package org.trialog.command.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.subject.Records.adverseEvent;
import static org.trialog.command.subject.Records.arm;
import static org.trialog.command.subject.Records.assessment;
import static org.trialog.command.subject.Records.birth;
import static org.trialog.command.subject.Records.clinicalEvent;
import static org.trialog.command.subject.Records.consent;
import static org.trialog.command.subject.Records.covariate;
import static org.trialog.command.subject.Records.death;
import static org.trialog.command.subject.Records.dose;
import static org.trialog.command.subject.Records.enrolment;
import static org.trialog.command.subject.Records.followUp;
import static org.trialog.command.subject.Records.fracture;
import static org.trialog.command.subject.Records.guardianConsent;
import static org.trialog.command.subject.Records.missed;
import static org.trialog.command.subject.Records.on;
import static org.trialog.command.subject.Records.pregnancy;
import static org.trialog.command.subject.Records.screening;
import static org.trialog.command.subject.Records.stop;
import static org.trialog.command.subject.Records.unscheduled;
import static org.trialog.command.subject.Records.weight;
import static org.trialog.command.subject.Records.withdrawal;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.trialog.command.order.Act;
import org.trialog.command.order.Rejection;
import org.trialog.events.clinical.Addressee;
import org.trialog.events.clinical.AdverseEventFollowUp;
import org.trialog.events.clinical.AdverseEventOutcome;
import org.trialog.events.clinical.AnalysisReview;
import org.trialog.events.clinical.ArmChange;
import org.trialog.events.clinical.Assessment;
import org.trialog.events.clinical.Assessor;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.Completion;
import org.trialog.events.clinical.ConsentGiver;
import org.trialog.events.clinical.ConsentScope;
import org.trialog.events.clinical.ConsentWithdrawal;
import org.trialog.events.clinical.ContactRegain;
import org.trialog.events.clinical.ControlMatch;
import org.trialog.events.clinical.Deviation;
import org.trialog.events.clinical.DeviationImportance;
import org.trialog.events.clinical.DoseAuthorisation;
import org.trialog.events.clinical.EligibilityAssessment;
import org.trialog.events.clinical.FollowUp;
import org.trialog.events.clinical.FollowUpAnswer;
import org.trialog.events.clinical.FollowUpKind;
import org.trialog.events.clinical.FollowUpSource;
import org.trialog.events.clinical.FractureConfirmation;
import org.trialog.events.clinical.FractureRefutation;
import org.trialog.events.clinical.FractureSource;
import org.trialog.events.clinical.Harvest;
import org.trialog.events.clinical.Imaging;
import org.trialog.events.clinical.ImagingFinding;
import org.trialog.events.clinical.ImagingMethod;
import org.trialog.events.clinical.LossToFollowUp;
import org.trialog.events.clinical.MedicalHistory;
import org.trialog.events.clinical.Medication;
import org.trialog.events.clinical.MedicationStop;
import org.trialog.events.clinical.MissedVisit;
import org.trialog.events.clinical.MotherLink;
import org.trialog.events.clinical.Prediction;
import org.trialog.events.clinical.PregnancyEnd;
import org.trialog.events.clinical.PregnancyOutcome;
import org.trialog.events.clinical.Randomisation;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.clinical.ReportKind;
import org.trialog.events.clinical.SafetyReport;
import org.trialog.events.clinical.ScreenFailure;
import org.trialog.events.clinical.SeriousnessCriterion;
import org.trialog.events.clinical.Sharing;
import org.trialog.events.clinical.SharingPurpose;
import org.trialog.events.clinical.Transfer;
import org.trialog.events.clinical.WithdrawalKind;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.Bone;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.Role;
import org.trialog.events.value.SubjectId;

/**
 * Every command in every state of a subject's life: a table of answers, in {@code life.csv}. A cell says {@code ok}, the
 * flags that the command raises, or the refusal with its rule. {@code -Dtest.jvm.options=-Dtrialog.write=true} writes it; a
 * difference is reviewed in the commit.
 */
class LifeTest {

    private static final Path TABLE = Path.of("src/test/resources/org/trialog/command/subject/life.csv");

    /** All commands are of this day; what ends a life ended a month before it. */
    private static final String DAY = "2023-09-15";

    private static final String BEFORE = "2023-08-15";
    private static final String LONG_BEFORE = "2023-05-02";

    @Test
    void everyCommandHasItsAnswerInEveryState() throws IOException {
        String table = table();
        if (Boolean.getBoolean("trialog.write")) {
            Files.writeString(TABLE, table);
        }
        assertThat(table).isEqualTo(Files.readString(TABLE));
    }

    @Test
    void theTableKnowsEveryKindOfRecord() {
        assertThat(commands().keySet())
                .containsAll(Arrays.stream(RecordKind.values())
                        .map(RecordKind::token)
                        .toList());
    }

    private static String table() {
        Map<String, Clinic> lives = lives();
        StringBuilder table = new StringBuilder("command," + String.join(",", lives.keySet()) + "\n");
        commands().forEach((name, act) -> table.append(name)
                .append(',')
                .append(lives.values().stream()
                        .map(life -> answer(life, name, act))
                        .collect(Collectors.joining(",")))
                .append('\n'));
        return table.toString();
    }

    private static String answer(Clinic life, String name, Act act) {
        Clinic clinic =
                switch (name) {
                    case "analysis-review" -> life.as(Role.AUDITOR);
                    case "query-open", "report-to-authority" -> life.as(Role.DATA_MANAGER);
                    case "query-answer" -> asked(life);
                    case "query-close", "redaction" -> asked(life).as(Role.DATA_MANAGER);
                    case "restriction", "lifting" -> life.as(Role.DATA_MANAGER);
                    default -> life;
                };
        return switch (clinic.decide(clinic.live(false, act))) {
            case Decision.Refused(Rejection why) -> (why.rule() == null ? "" : why.rule() + " ") + why.code();
            case Decision.Accepted accepted -> {
                List<String> flags = new ArrayList<>(clinic.after(accepted).flags());
                clinic.flags().forEach(flags::remove);
                yield flags.isEmpty() ? "ok" : "ok: " + String.join(" ", flags);
            }
        };
    }

    private static Clinic asked(Clinic life) {
        return life.state().version() == 0
                ? life
                : life.as(Role.DATA_MANAGER).accepts(Clinic.query(null)).as(Role.COORDINATOR);
    }

    /** Each a life as it stands before the command. */
    private static Map<String, Clinic> lives() {
        Clinic nobody = Clinic.opens().batch("B1", "2023-01-15", "2024-12-31").amongOthers("SE-M01", "SE-002");
        Clinic screened = nobody.knows(screening("2023-02-01"));
        Clinic unborn = screened.knows(pregnancy("2023-12-01", 1));
        Clinic inUtero = unborn.knows(
                consent("2023-04-01", ConsentGiver.PREGNANT_WOMAN),
                enrolment("2023-04-02"),
                arm("2023-04-02", "cells"));
        Clinic born = screened.knows(birth("2023-01-10", "40+0"));
        Clinic consented = born.knows(guardianConsent("2023-02-20"));
        Clinic enrolled = consented.knows(enrolment("2023-03-01"));
        Clinic control = enrolled.knows(arm("2023-03-01", "untreated"));
        Clinic treated = enrolled.knows(
                arm("2023-03-01", "cells"),
                dose(1, LONG_BEFORE, "B1"),
                fracture("2023-06-01", Bone.TIBIA),
                adverseEvent("2023-06-02"),
                new Medication(on("2023-06-03"), null, "paracetamol", null, null));
        Map<String, Clinic> lives = new LinkedHashMap<>();
        lives.put("unknown", nobody);
        lives.put("screened", screened);
        lives.put("screen-failed", born.knows(new ScreenFailure(on(BEFORE), "declined")));
        lives.put("in-utero", inUtero);
        lives.put("consented", consented);
        lives.put("enrolled", enrolled);
        lives.put("control", control);
        lives.put("treated", treated);
        lives.put("stopped", treated.knows(stop(BEFORE)));
        lives.put("left-procedures", treated.knows(withdrawal(BEFORE, WithdrawalKind.PROCEDURES)));
        for (ConsentScope scope : ConsentScope.values()) {
            String part = scope.name().toLowerCase(Locale.ROOT);
            lives.put(
                    "withdrew-" + part,
                    treated.knows(new ConsentWithdrawal(on(BEFORE), new RecordId("consent-1"), Set.of(scope))));
        }
        lives.put("lost", treated.knows(new LossToFollowUp(on(BEFORE), 3)));
        lives.put("completed", treated.knows(new Completion(on(BEFORE))));
        lives.put("dead", treated.knows(death(BEFORE)));
        lives.put("locked", treated.lockedThrough("2023-12-31"));
        lives.put(
                "restricted",
                treated.as(Role.DATA_MANAGER).accepts(Clinic.restriction()).as(Role.COORDINATOR));
        return lives;
    }

    private static Map<String, Act> commands() {
        Map<String, Act> commands = new LinkedHashMap<>();
        records().forEach((kind, record) -> commands.put(kind.token(), Act.Make.of(record)));
        commands.put("serious-adverse-event", Act.Make.of(serious()));
        commands.put("report-to-authority", Act.Make.of(report(Addressee.AUTHORITY)));
        commands.put("dose-of-a-control", Act.Make.of(dose(1, DAY, "B1")));
        commands.put("earlier-fracture", Act.Make.of(fracture("2023-04-15", Bone.FEMUR)));
        commands.put("telephone-follow-up", Act.Make.of(telephone()));
        commands.put("correction", Clinic.correction("fracture-1", fracture("2023-06-05", Bone.TIBIA)));
        commands.put("retraction", Clinic.retraction("fracture-1"));
        commands.put("query-open", Clinic.query("fracture-1"));
        commands.put("query-answer", Clinic.answer("query-1"));
        commands.put("query-close", Clinic.close("query-1"));
        commands.put("redaction", Clinic.redaction("query-1", "question"));
        commands.put("restriction", Clinic.restriction());
        commands.put("lifting", Clinic.lifting());
        commands.put("erasure", new Act.Erase());
        return commands;
    }

    private static ClinicalRecord serious() {
        return adverseEvent(DAY, 3, true, AdverseEventOutcome.RECOVERING, SeriousnessCriterion.HOSPITALISATION);
    }

    private static ClinicalRecord report(Addressee to) {
        return new SafetyReport(on(DAY), new RecordId("adverse-event-1"), to, ReportKind.INITIAL, null, null);
    }

    private static ClinicalRecord telephone() {
        return new FollowUp(
                Set.of(FollowUpKind.ALL),
                LocalDate.parse("2023-08-20"),
                LocalDate.parse(DAY),
                FollowUpAnswer.NONE,
                FollowUpSource.TELEPHONE,
                null);
    }

    private static Map<RecordKind, ClinicalRecord> records() {
        Map<RecordKind, ClinicalRecord> records = new TreeMap<>();
        for (RecordKind kind : RecordKind.values()) {
            records.put(kind, record(kind));
        }
        return records;
    }

    private static ClinicalRecord record(RecordKind kind) {
        RecordId fracture = new RecordId("fracture-1");
        return switch (kind) {
            case SCREENING -> screening(DAY);
            case SCREEN_FAILURE -> new ScreenFailure(on(DAY), "declined");
            case CONSENT -> guardianConsent(DAY);
            case ENROLMENT -> enrolment(DAY);
            case RANDOMISATION -> new Randomisation(on(DAY), new ArmId("cells"), null);
            case ARM_CHOICE -> arm(DAY, "cells");
            case PREGNANCY -> pregnancy("2024-01-15", 1);
            case BIRTH -> birth("2023-01-11", "40+0");
            case COVARIATE -> covariate("oi-type", "3");
            case SHARING -> new Sharing(on(DAY), null, Clinic.OTHER_SITE, SharingPurpose.DOSING);
            case TREATMENT -> dose(2, DAY, "B1");
            case MISSED_TREATMENT -> missed(2, DAY);
            case TREATMENT_STOP -> stop(DAY);
            case VISIT -> unscheduled(DAY);
            case MISSED_VISIT -> new MissedVisit(on(DAY), "W2", "travel");
            case FOLLOW_UP -> followUp("2023-08-20", DAY, FollowUpAnswer.NONE);
            case MEASUREMENT -> weight(DAY, "8.2", "kg");
            case ASSESSMENT -> {
                Assessment pain = assessment("pain", "3", "1", 1, "2", 1, "3", 1);
                yield new Assessment(on(DAY), pain.instrument(), pain.version(), pain.items(), pain.total(), null);
            }
            case FRACTURE -> fracture(DAY, Bone.FEMUR);
            case ADVERSE_EVENT -> adverseEvent(DAY);
            case CLINICAL_EVENT -> clinicalEvent(DAY, "rodding-surgery");
            case MEDICATION -> new Medication(on(DAY), null, "vitamin D", null, null);
            case MEDICAL_HISTORY -> new MedicalHistory(on("2023-02"), null, "scoliosis");
            case DEVIATION -> new Deviation(on(DAY), DeviationImportance.MINOR, null, null, Clinic.WORDS);
            case DEATH -> death(DAY);
            case WITHDRAWAL -> withdrawal(DAY, WithdrawalKind.INVESTIGATOR);
            case LOSS_TO_FOLLOW_UP -> new LossToFollowUp(on(DAY), 3);
            case COMPLETION -> new Completion(on(DAY));
            case ELIGIBILITY -> new EligibilityAssessment(on(DAY), 1, new TreeMap<>(), true, null);
            case CONSENT_WITHDRAWAL ->
                new ConsentWithdrawal(on(DAY), new RecordId("consent-1"), Set.of(ConsentScope.ALL));
            case ARM_CHANGE -> new ArmChange(on(DAY), new ArmId("boosted"), "parents-decision");
            case CONTROL_MATCH ->
                new ControlMatch(on(DAY), "set-1", LocalDate.parse("2023-03-01"), new SubjectId("SE-002"));
            case MOTHER_LINK -> new MotherLink(on(DAY), new SubjectId("SE-M01"));
            case PREGNANCY_OUTCOME -> new PregnancyOutcome(on(DAY), PregnancyEnd.LIVE_BIRTH);
            case TRANSFER -> new Transfer(on(DAY), Clinic.OTHER_SITE);
            case HARVEST -> new Harvest(on(DAY), "bone-marrow", "iliac-crest", null, null, List.of());
            case DOSE_AUTHORISATION -> new DoseAuthorisation(on(DAY), LocalDate.parse(DAY), 2, new BatchId("B1"));
            case IMAGING ->
                new Imaging(
                        on(DAY),
                        ImagingMethod.SKELETAL_SURVEY,
                        "skeleton",
                        ImagingFinding.NO_FRACTURE,
                        Set.of(),
                        null,
                        null);
            case FRACTURE_CONFIRMATION ->
                new FractureConfirmation(on(DAY), fracture, FractureSource.RADIOGRAPH, null, null);
            case FRACTURE_REFUTATION ->
                new FractureRefutation(on(DAY), fracture, FractureSource.RADIOGRAPH, null, null);
            case ADVERSE_EVENT_FOLLOW_UP ->
                new AdverseEventFollowUp(
                        on(DAY),
                        new RecordId("adverse-event-1"),
                        Assessor.INVESTIGATOR,
                        on(DAY),
                        null,
                        null,
                        Set.of(),
                        null,
                        null,
                        AdverseEventOutcome.RECOVERED,
                        null);
            case MEDICATION_STOP -> new MedicationStop(on(DAY), new RecordId("medication-1"), null);
            case PREDICTION ->
                new Prediction(on(DAY), "ENCALS", "1", "survival", BigDecimal.TEN, "months", "enrolment");
            case CONTACT_REGAIN -> new ContactRegain(on(DAY), FollowUpSource.TELEPHONE);
            case ANALYSIS_REVIEW -> new AnalysisReview(on(DAY), "audit-trail", null, Clinic.WORDS);
            case SAFETY_REPORT -> report(Addressee.SPONSOR);
        };
    }
}
