package org.trialog.events.wire;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.trialog.events.clinical.AdverseEvent;
import org.trialog.events.clinical.AdverseEventOutcome;
import org.trialog.events.clinical.ArmChoice;
import org.trialog.events.clinical.Assessment;
import org.trialog.events.clinical.Birth;
import org.trialog.events.clinical.ClinicalEvent;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.Completion;
import org.trialog.events.clinical.Confirmation;
import org.trialog.events.clinical.Consent;
import org.trialog.events.clinical.ConsentGiver;
import org.trialog.events.clinical.Covariate;
import org.trialog.events.clinical.DatingMethod;
import org.trialog.events.clinical.Death;
import org.trialog.events.clinical.Deviation;
import org.trialog.events.clinical.DeviationImportance;
import org.trialog.events.clinical.Enrolment;
import org.trialog.events.clinical.FollowUp;
import org.trialog.events.clinical.FollowUpAnswer;
import org.trialog.events.clinical.FollowUpKind;
import org.trialog.events.clinical.FollowUpSource;
import org.trialog.events.clinical.Fracture;
import org.trialog.events.clinical.FractureSource;
import org.trialog.events.clinical.LossToFollowUp;
import org.trialog.events.clinical.Measurement;
import org.trialog.events.clinical.Mechanism;
import org.trialog.events.clinical.MedicalHistory;
import org.trialog.events.clinical.Medication;
import org.trialog.events.clinical.MissedTreatment;
import org.trialog.events.clinical.MissedVisit;
import org.trialog.events.clinical.Pregnancy;
import org.trialog.events.clinical.Randomisation;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.clinical.Relatedness;
import org.trialog.events.clinical.ScreenFailure;
import org.trialog.events.clinical.Screening;
import org.trialog.events.clinical.SeriousnessCriterion;
import org.trialog.events.clinical.Sharing;
import org.trialog.events.clinical.SharingPurpose;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.clinical.TreatmentStop;
import org.trialog.events.clinical.Visit;
import org.trialog.events.clinical.VisitMode;
import org.trialog.events.clinical.VisitType;
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

/** Two records of every kind: one with every field filled, one with as few as the kind allows. */
final class RecordSamples {

    private static final ClinicalDate DAY = ClinicalDate.of("2021-02-28");
    private static final ClinicalDate TIME = ClinicalDate.of("2021-02-28T11:45");
    private static final ClinicalDate PARTIAL = ClinicalDate.of("2021-02");
    private static final ClinicalDate SINCE = ClinicalDate.of("2020-09-02/2021-02-28");
    private static final RecordId VISIT = new RecordId("visit-2");

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
                        new BatchId("BC-2020-01"));
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
            case MEASUREMENT -> new Measurement(DAY, "weight", new BigDecimal("7.10"), "as written", "kg", VISIT);
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
                        VISIT);
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
        };
    }

    private static <T> Personal<T> words(String what) {
        return new Personal<>("key-1", "c2VhbGVk" + what);
    }
}
