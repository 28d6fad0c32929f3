package org.trialog.events.wire;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.trialog.events.clinical.Addressee;
import org.trialog.events.clinical.AdverseEvent;
import org.trialog.events.clinical.AdverseEventFollowUp;
import org.trialog.events.clinical.AdverseEventOutcome;
import org.trialog.events.clinical.AnalysisReview;
import org.trialog.events.clinical.ArmChange;
import org.trialog.events.clinical.ArmChoice;
import org.trialog.events.clinical.Assessment;
import org.trialog.events.clinical.Assessor;
import org.trialog.events.clinical.Birth;
import org.trialog.events.clinical.ClinicalEvent;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.Completion;
import org.trialog.events.clinical.Confirmation;
import org.trialog.events.clinical.Consent;
import org.trialog.events.clinical.ConsentGiver;
import org.trialog.events.clinical.ConsentScope;
import org.trialog.events.clinical.ConsentWithdrawal;
import org.trialog.events.clinical.ContactRegain;
import org.trialog.events.clinical.ControlMatch;
import org.trialog.events.clinical.Covariate;
import org.trialog.events.clinical.CriterionAnswer;
import org.trialog.events.clinical.DatingMethod;
import org.trialog.events.clinical.Death;
import org.trialog.events.clinical.Deviation;
import org.trialog.events.clinical.DeviationImportance;
import org.trialog.events.clinical.DoseAuthorisation;
import org.trialog.events.clinical.DoseCompleteness;
import org.trialog.events.clinical.EligibilityAssessment;
import org.trialog.events.clinical.Enrolment;
import org.trialog.events.clinical.Expectedness;
import org.trialog.events.clinical.FollowUp;
import org.trialog.events.clinical.FollowUpAnswer;
import org.trialog.events.clinical.FollowUpKind;
import org.trialog.events.clinical.FollowUpSource;
import org.trialog.events.clinical.Fracture;
import org.trialog.events.clinical.FractureConfirmation;
import org.trialog.events.clinical.FractureRefutation;
import org.trialog.events.clinical.FractureSource;
import org.trialog.events.clinical.Harvest;
import org.trialog.events.clinical.Imaging;
import org.trialog.events.clinical.ImagingFinding;
import org.trialog.events.clinical.ImagingMethod;
import org.trialog.events.clinical.LossToFollowUp;
import org.trialog.events.clinical.Measurement;
import org.trialog.events.clinical.Mechanism;
import org.trialog.events.clinical.MedicalHistory;
import org.trialog.events.clinical.Medication;
import org.trialog.events.clinical.MedicationStop;
import org.trialog.events.clinical.MissedTreatment;
import org.trialog.events.clinical.MissedVisit;
import org.trialog.events.clinical.MotherLink;
import org.trialog.events.clinical.Prediction;
import org.trialog.events.clinical.Pregnancy;
import org.trialog.events.clinical.PregnancyEnd;
import org.trialog.events.clinical.PregnancyOutcome;
import org.trialog.events.clinical.Randomisation;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.clinical.Relatedness;
import org.trialog.events.clinical.ReportKind;
import org.trialog.events.clinical.SafetyReport;
import org.trialog.events.clinical.ScreenFailure;
import org.trialog.events.clinical.Screening;
import org.trialog.events.clinical.SeriousnessCriterion;
import org.trialog.events.clinical.Sharing;
import org.trialog.events.clinical.SharingPurpose;
import org.trialog.events.clinical.Target;
import org.trialog.events.clinical.Transfer;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.clinical.TreatmentStop;
import org.trialog.events.clinical.Visit;
import org.trialog.events.clinical.VisitMode;
import org.trialog.events.clinical.VisitType;
import org.trialog.events.clinical.WeightMethod;
import org.trialog.events.clinical.Withdrawal;
import org.trialog.events.clinical.WithdrawalKind;
import org.trialog.events.personal.Personal;
import org.trialog.events.value.AgeOn;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.Bone;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.CtcaeGrade;
import org.trialog.events.value.GestationalAge;
import org.trialog.events.value.Laterality;
import org.trialog.events.value.Quantity;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.SubjectId;

/** Two records of every kind: one with every field filled, one with as few as the kind allows. */
final class RecordSamples {

    private static final ClinicalDate DAY = ClinicalDate.of("2021-02-28");
    private static final ClinicalDate TIME = ClinicalDate.of("2021-02-28T11:45");
    private static final ClinicalDate PARTIAL = ClinicalDate.of("2021-02");
    private static final ClinicalDate SINCE = ClinicalDate.of("2020-09-02/2021-02-28");
    private static final RecordId VISIT = new RecordId("visit-2");
    private static final RecordId FRACTURE = new RecordId("fracture-1");

    private RecordSamples() {}

    static ClinicalRecord full(RecordKind kind) {
        return switch (kind) {
            case SCREENING -> new Screening(DAY, new SiteId("SE"));
            case SCREEN_FAILURE -> new ScreenFailure(DAY, "eligibility");
            case CONSENT -> new Consent(DAY, ConsentGiver.PREGNANT_WOMAN, 2);
            case ENROLMENT -> new Enrolment(DAY);
            case RANDOMISATION -> new Randomisation(DAY, new ArmId("Xan_Hi"), new ArmId("Xan_Lo"));
            case ARM_CHOICE -> new ArmChoice(DAY, new ArmId("postnatal"), new ArmId("control-prospective"));
            case PREGNANCY -> new Pregnancy(DAY, LocalDate.of(2021, 7, 4), DatingMethod.ULTRASOUND, 1);
            case BIRTH ->
                new Birth(
                        words("birth"), new AgeOn(LocalDate.of(2021, 2, 28), 200, 203), GestationalAge.of("38+2"), "F");
            case COVARIATE -> new Covariate(DAY, "oi-type", "3");
            case SHARING -> new Sharing(DAY, ClinicalDate.of("2022"), new SiteId("SE"), SharingPurpose.DOSING);
            case TREATMENT ->
                new Treatment(
                        TIME,
                        ClinicalDate.of("2021-02-28T12:15"),
                        2,
                        new Quantity(new BigDecimal("21300000"), "cells"),
                        new BigDecimal("3000000"),
                        new BigDecimal("7.10"),
                        PARTIAL,
                        "intravenous",
                        "once",
                        "BOOST cells",
                        new BatchId("BC-2020-01"),
                        List.of(new Target("hip", Laterality.LEFT), new Target("spine", null)),
                        "ultrasound",
                        DoseCompleteness.INTERRUPTED,
                        WeightMethod.ESTIMATED,
                        new BigDecimal("4.5"),
                        words("justification"));
            case MISSED_TREATMENT -> new MissedTreatment(DAY, 3, "infection");
            case TREATMENT_STOP -> new TreatmentStop(DAY, "parents-decision");
            case VISIT ->
                new Visit(
                        DAY,
                        ClinicalDate.of("2021-03-01"),
                        "FU6",
                        new BigDecimal("3.1"),
                        "WEEK 26",
                        VisitType.SCHEDULED,
                        VisitMode.CLINIC);
            case MISSED_VISIT -> new MissedVisit(DAY, "FU12", "travel");
            case FOLLOW_UP ->
                new FollowUp(
                        EnumSet.of(FollowUpKind.FRACTURE, FollowUpKind.VITAL),
                        LocalDate.of(2020, 9, 2),
                        LocalDate.of(2021, 2, 28),
                        FollowUpAnswer.THESE,
                        FollowUpSource.TELEPHONE,
                        VISIT);
            case MEASUREMENT ->
                new Measurement(DAY, "weight", new BigDecimal("7.10"), "as written", "kg", VISIT, "l1-l4", "scanner-1");
            case ASSESSMENT ->
                new Assessment(
                        DAY,
                        "womac",
                        "likert-3.1",
                        new TreeMap<>(Map.of("pain-1", new BigDecimal("2"), "pain-2", new BigDecimal("0"))),
                        new BigDecimal("2"),
                        VISIT);
            case FRACTURE ->
                new Fracture(
                        SINCE,
                        Bone.FEMUR,
                        Laterality.LEFT,
                        Mechanism.LOW_ENERGY,
                        FractureSource.RADIOGRAPH,
                        Confirmation.PENDING,
                        "incident-1",
                        VISIT,
                        words("note"));
            case ADVERSE_EVENT ->
                new AdverseEvent(
                        DAY,
                        PARTIAL,
                        "Pyrexia",
                        words("reported"),
                        "General disorders",
                        new CtcaeGrade(3),
                        true,
                        EnumSet.of(SeriousnessCriterion.HOSPITALISATION, SeriousnessCriterion.LIFE_THREATENING),
                        Relatedness.POSSIBLE,
                        AdverseEventOutcome.RECOVERED,
                        ClinicalDate.of("2021-03-01"),
                        VISIT,
                        Relatedness.UNLIKELY,
                        Expectedness.UNEXPECTED);
            case CLINICAL_EVENT -> new ClinicalEvent(DAY, PARTIAL, "rodding-surgery", words("note"));
            case MEDICATION ->
                new Medication(
                        DAY,
                        ClinicalDate.of("2021-12"),
                        "zoledronic acid",
                        new Quantity(new BigDecimal("0.05"), "mg/kg"),
                        "low bone density");
            case MEDICAL_HISTORY -> new MedicalHistory(ClinicalDate.of("2019"), PARTIAL, "scoliosis");
            case DEVIATION ->
                new Deviation(DAY, DeviationImportance.IMPORTANT, 9, new RecordId("treatment-2"), words("why"));
            case DEATH -> new Death(DAY, "respiratory failure");
            case WITHDRAWAL -> new Withdrawal(DAY, WithdrawalKind.CONSENT, "moved");
            case LOSS_TO_FOLLOW_UP -> new LossToFollowUp(DAY, 3);
            case COMPLETION -> new Completion(DAY);
            case ELIGIBILITY ->
                new EligibilityAssessment(
                        DAY,
                        2,
                        new TreeMap<>(Map.of("glycine", CriterionAnswer.MET, "weight", CriterionAnswer.UNKNOWN)),
                        true,
                        words("note"));
            case CONSENT_WITHDRAWAL ->
                new ConsentWithdrawal(
                        DAY, new RecordId("consent-1"), EnumSet.of(ConsentScope.TREATMENT, ConsentScope.SAMPLES));
            case ARM_CHANGE -> new ArmChange(DAY, new ArmId("postnatal"), "parents-decision");
            case CONTROL_MATCH -> new ControlMatch(DAY, "set-4", LocalDate.of(2020, 3, 1), new SubjectId("SE-004"));
            case MOTHER_LINK -> new MotherLink(DAY, new SubjectId("SE-M04"));
            case PREGNANCY_OUTCOME -> new PregnancyOutcome(DAY, PregnancyEnd.LIVE_BIRTH);
            case TRANSFER -> new Transfer(DAY, new SiteId("NL"));
            case HARVEST ->
                new Harvest(
                        DAY,
                        "bone-marrow",
                        "iliac-crest",
                        Laterality.RIGHT,
                        new Quantity(new BigDecimal("60"), "mL"),
                        List.of("haematoma"));
            case DOSE_AUTHORISATION ->
                new DoseAuthorisation(DAY, LocalDate.of(2021, 3, 7), 2, new BatchId("BC-2020-01"));
            case IMAGING ->
                new Imaging(
                        DAY,
                        ImagingMethod.SKELETAL_SURVEY,
                        "skeleton",
                        ImagingFinding.NEW_FRACTURE,
                        Set.of(FRACTURE),
                        VISIT,
                        words("note"));
            case FRACTURE_CONFIRMATION ->
                new FractureConfirmation(
                        DAY, FRACTURE, FractureSource.RADIOGRAPH, new RecordId("imaging-1"), words("note"));
            case FRACTURE_REFUTATION ->
                new FractureRefutation(
                        DAY, FRACTURE, FractureSource.RADIOGRAPH, new RecordId("imaging-1"), words("note"));
            case ADVERSE_EVENT_FOLLOW_UP ->
                new AdverseEventFollowUp(
                        DAY,
                        new RecordId("adverse-event-1"),
                        Assessor.SPONSOR,
                        PARTIAL,
                        new CtcaeGrade(5),
                        true,
                        EnumSet.of(SeriousnessCriterion.DEATH),
                        Relatedness.PROBABLE,
                        Expectedness.UNEXPECTED,
                        AdverseEventOutcome.FATAL,
                        words("note"));
            case MEDICATION_STOP -> new MedicationStop(DAY, new RecordId("medication-1"), "no-effect");
            case PREDICTION ->
                new Prediction(DAY, "ENCALS", "2018", "survival", new BigDecimal("70.79"), "months", "diagnosis");
            case CONTACT_REGAIN -> new ContactRegain(DAY, FollowUpSource.TELEPHONE);
            case ANALYSIS_REVIEW -> new AnalysisReview(DAY, "per-protocol set", false, words("findings"));
            case SAFETY_REPORT ->
                new SafetyReport(
                        ClinicalDate.of("2021-03-04T11:45"),
                        new RecordId("adverse-event-1"),
                        Addressee.AUTHORITY,
                        ReportKind.FOLLOW_UP,
                        new RecordId("adverse-event-follow-up-1"),
                        "2021-000123");
        };
    }

    static ClinicalRecord sparse(RecordKind kind) {
        return switch (kind) {
            case SCREENING -> new Screening(PARTIAL, new SiteId("SE"));
            case SCREEN_FAILURE -> new ScreenFailure(PARTIAL, "declined");
            case CONSENT -> new Consent(ClinicalDate.UNKNOWN, ConsentGiver.GUARDIAN, null);
            case ENROLMENT -> new Enrolment(PARTIAL);
            case RANDOMISATION -> new Randomisation(PARTIAL, new ArmId("Pbo"), null);
            case ARM_CHOICE -> new ArmChoice(PARTIAL, new ArmId("postnatal"), null);
            case PREGNANCY -> new Pregnancy(PARTIAL, LocalDate.of(2021, 7, 1), DatingMethod.LAST_MENSTRUAL_PERIOD, 2);
            case BIRTH -> new Birth(words("birth"), new AgeOn(LocalDate.of(2021, 2, 28), -5, -5), null, null);
            case COVARIATE -> new Covariate(PARTIAL, "gene", "COL1A1");
            case SHARING -> new Sharing(PARTIAL, null, new SiteId("NL"), SharingPurpose.FOLLOW_UP);
            case TREATMENT ->
                new Treatment(
                        ClinicalDate.of("GA 31+2"),
                        null,
                        null,
                        new Quantity(BigDecimal.ZERO, "mg"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
            case MISSED_TREATMENT -> new MissedTreatment(PARTIAL, 2, "travel");
            case TREATMENT_STOP -> new TreatmentStop(PARTIAL, "investigator");
            case VISIT -> new Visit(PARTIAL, null, null, null, null, VisitType.UNSCHEDULED, VisitMode.TELEPHONE);
            case MISSED_VISIT -> new MissedVisit(PARTIAL, "FU6", "illness");
            case FOLLOW_UP ->
                new FollowUp(
                        Set.of(FollowUpKind.ALL),
                        LocalDate.of(2020, 9, 2),
                        LocalDate.of(2020, 9, 2),
                        FollowUpAnswer.NONE,
                        FollowUpSource.CHART,
                        null);
            case MEASUREMENT -> new Measurement(PARTIAL, "weight", null, null, null, null);
            case ASSESSMENT -> new Assessment(PARTIAL, "pain-vas", "1", new TreeMap<>(), null, null);
            case FRACTURE ->
                new Fracture(
                        ClinicalDate.of("GA 33"),
                        Bone.UNSPECIFIED,
                        Laterality.UNSPECIFIED,
                        Mechanism.IN_UTERO,
                        FractureSource.CLINICIAN,
                        Confirmation.CONFIRMED,
                        null,
                        null,
                        null);
            case ADVERSE_EVENT ->
                new AdverseEvent(
                        ClinicalDate.UNKNOWN,
                        null,
                        "Headache",
                        null,
                        null,
                        null,
                        false,
                        Set.of(),
                        null,
                        null,
                        null,
                        null);
            case CLINICAL_EVENT -> new ClinicalEvent(PARTIAL, null, "first-steps", null);
            case MEDICATION -> new Medication(PARTIAL, null, "paracetamol", null, null);
            case MEDICAL_HISTORY -> new MedicalHistory(ClinicalDate.UNKNOWN, null, "preterm birth");
            case DEVIATION -> new Deviation(PARTIAL, DeviationImportance.MINOR, null, null, null);
            case DEATH -> new Death(ClinicalDate.of("2021"), null);
            case WITHDRAWAL -> new Withdrawal(PARTIAL, WithdrawalKind.PROCEDURES, "burden");
            case LOSS_TO_FOLLOW_UP -> new LossToFollowUp(PARTIAL, null);
            case COMPLETION -> new Completion(PARTIAL);
            case ELIGIBILITY -> new EligibilityAssessment(PARTIAL, 1, new TreeMap<>(), false, null);
            case CONSENT_WITHDRAWAL ->
                new ConsentWithdrawal(PARTIAL, new RecordId("consent-1"), Set.of(ConsentScope.ALL));
            case ARM_CHANGE -> new ArmChange(PARTIAL, new ArmId("postnatal"), "other");
            case CONTROL_MATCH -> new ControlMatch(PARTIAL, "set-4", LocalDate.of(2020, 3, 1), null);
            case MOTHER_LINK -> new MotherLink(PARTIAL, new SubjectId("SE-M05"));
            case PREGNANCY_OUTCOME -> new PregnancyOutcome(PARTIAL, PregnancyEnd.MISCARRIAGE);
            case TRANSFER -> new Transfer(PARTIAL, new SiteId("DE"));
            case HARVEST -> new Harvest(PARTIAL, "adipose", null, null, null, List.of());
            case DOSE_AUTHORISATION -> new DoseAuthorisation(PARTIAL, LocalDate.of(2021, 3, 7), null, null);
            case IMAGING ->
                new Imaging(
                        PARTIAL, ImagingMethod.RADIOGRAPH, "femur", ImagingFinding.NO_FRACTURE, Set.of(), null, null);
            case FRACTURE_CONFIRMATION ->
                new FractureConfirmation(PARTIAL, FRACTURE, FractureSource.CLINICIAN, null, null);
            case FRACTURE_REFUTATION -> new FractureRefutation(PARTIAL, FRACTURE, FractureSource.CLINICIAN, null, null);
            case ADVERSE_EVENT_FOLLOW_UP ->
                new AdverseEventFollowUp(
                        PARTIAL,
                        new RecordId("adverse-event-1"),
                        Assessor.INVESTIGATOR,
                        null,
                        null,
                        null,
                        Set.of(),
                        null,
                        null,
                        null,
                        null);
            case MEDICATION_STOP -> new MedicationStop(PARTIAL, new RecordId("medication-1"), null);
            case PREDICTION ->
                new Prediction(PARTIAL, "ENCALS", "2018", "survival", BigDecimal.TEN, "months", "enrolment");
            case CONTACT_REGAIN -> new ContactRegain(PARTIAL, FollowUpSource.REGISTRY);
            case ANALYSIS_REVIEW -> new AnalysisReview(PARTIAL, "audit-trail", null, words("findings"));
            case SAFETY_REPORT ->
                new SafetyReport(
                        PARTIAL, new RecordId("adverse-event-1"), Addressee.SPONSOR, ReportKind.INITIAL, null, null);
        };
    }

    private static <T> Personal<T> words(String what) {
        return new Personal<>("key-1", "c2VhbGVk" + what);
    }
}
