package org.trialog.events.clinical;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The kinds of record of a subject, and the names under which their facts stand in the history for ever: made, corrected
 * and retracted. A name in use never changes.
 */
public enum RecordKind {
    SCREENING("screening", Screening.class, "SubjectScreened", "ScreeningCorrected", "ScreeningRetracted", "screening"),
    SCREEN_FAILURE(
            "screen-failure",
            ScreenFailure.class,
            "ScreenFailed",
            "ScreenFailureCorrected",
            "ScreenFailureRetracted",
            "screen-failure"),
    CONSENT("consent", Consent.class, "ConsentGiven", "ConsentCorrected", "ConsentRetracted", "consents"),
    ENROLMENT("enrolment", Enrolment.class, "SubjectEnrolled", "EnrolmentCorrected", "EnrolmentRetracted", "enrolment"),
    RANDOMISATION(
            "randomisation",
            Randomisation.class,
            "SubjectRandomised",
            "RandomisationCorrected",
            "RandomisationRetracted",
            "randomisation"),
    ARM_CHOICE("arm-choice", ArmChoice.class, "ArmChosen", "ArmChoiceCorrected", "ArmChoiceRetracted", "arm"),
    PREGNANCY("pregnancy", Pregnancy.class, "PregnancyDated", "PregnancyCorrected", "PregnancyRetracted", "pregnancy"),
    BIRTH("birth", Birth.class, "BirthRecorded", "BirthCorrected", "BirthRetracted", "birth"),
    COVARIATE(
            "covariate",
            Covariate.class,
            "CovariateRecorded",
            "CovariateCorrected",
            "CovariateRetracted",
            "covariates"),
    SHARING("sharing", Sharing.class, "SubjectSharedWithSite", "SharingCorrected", "SharingRetracted", "sharing"),
    TREATMENT(
            "treatment",
            Treatment.class,
            "TreatmentAdministered",
            "TreatmentCorrected",
            "TreatmentRetracted",
            "treatments"),
    MISSED_TREATMENT(
            "missed-treatment",
            MissedTreatment.class,
            "TreatmentMissed",
            "MissedTreatmentCorrected",
            "MissedTreatmentRetracted",
            "missed-treatments"),
    TREATMENT_STOP(
            "treatment-stop",
            TreatmentStop.class,
            "TreatmentStopped",
            "TreatmentStopCorrected",
            "TreatmentStopRetracted",
            "treatment-stop"),
    VISIT("visit", Visit.class, "VisitCompleted", "VisitCorrected", "VisitRetracted", "visits"),
    MISSED_VISIT(
            "missed-visit",
            MissedVisit.class,
            "VisitMissed",
            "MissedVisitCorrected",
            "MissedVisitRetracted",
            "missed-visits"),
    FOLLOW_UP(
            "follow-up",
            FollowUp.class,
            "FollowUpStatusConfirmed",
            "FollowUpStatusCorrected",
            "FollowUpStatusRetracted",
            "follow-up-status"),
    MEASUREMENT(
            "measurement",
            Measurement.class,
            "MeasurementRecorded",
            "MeasurementCorrected",
            "MeasurementRetracted",
            "measurements"),
    ASSESSMENT(
            "assessment",
            Assessment.class,
            "AssessmentRecorded",
            "AssessmentCorrected",
            "AssessmentRetracted",
            "assessments"),
    FRACTURE("fracture", Fracture.class, "FractureRecorded", "FractureCorrected", "FractureRetracted", "fractures"),
    ADVERSE_EVENT(
            "adverse-event",
            AdverseEvent.class,
            "AdverseEventReported",
            "AdverseEventCorrected",
            "AdverseEventRetracted",
            "adverse-events"),
    CLINICAL_EVENT(
            "clinical-event",
            ClinicalEvent.class,
            "ClinicalEventRecorded",
            "ClinicalEventCorrected",
            "ClinicalEventRetracted",
            "clinical-events"),
    MEDICATION(
            "medication",
            Medication.class,
            "MedicationStarted",
            "MedicationCorrected",
            "MedicationRetracted",
            "medications"),
    MEDICAL_HISTORY(
            "medical-history",
            MedicalHistory.class,
            "MedicalHistoryRecorded",
            "MedicalHistoryCorrected",
            "MedicalHistoryRetracted",
            "medical-history"),
    DEVIATION(
            "deviation",
            Deviation.class,
            "DeviationRecorded",
            "DeviationCorrected",
            "DeviationRetracted",
            "deviations"),
    DEATH("death", Death.class, "DeathRecorded", "DeathCorrected", "DeathRetracted", "death"),
    WITHDRAWAL(
            "withdrawal",
            Withdrawal.class,
            "SubjectWithdrawn",
            "WithdrawalCorrected",
            "WithdrawalRetracted",
            "withdrawal"),
    LOSS_TO_FOLLOW_UP(
            "loss-to-follow-up",
            LossToFollowUp.class,
            "LostToFollowUp",
            "LossToFollowUpCorrected",
            "LossToFollowUpRetracted",
            "loss-to-follow-up"),
    COMPLETION(
            "completion",
            Completion.class,
            "FollowUpCompleted",
            "CompletionCorrected",
            "CompletionRetracted",
            "completion");

    private static final Map<Class<?>, RecordKind> BY_TYPE =
            Arrays.stream(values()).collect(Collectors.toMap(RecordKind::type, Function.identity()));

    private final String token;
    private final Class<? extends ClinicalRecord> type;
    private final String made;
    private final String corrected;
    private final String retracted;
    private final String path;

    RecordKind(
            String token,
            Class<? extends ClinicalRecord> type,
            String made,
            String corrected,
            String retracted,
            String path) {
        this.token = token;
        this.type = type;
        this.made = made;
        this.corrected = corrected;
        this.retracted = retracted;
        this.path = path;
    }

    public static RecordKind of(ClinicalRecord record) {
        RecordKind kind = BY_TYPE.get(record.getClass());
        if (kind == null) {
            throw new IllegalStateException("no kind stands for " + record.getClass());
        }
        return kind;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RecordKind of(String token) {
        return Arrays.stream(values())
                .filter(kind -> kind.token.equals(token))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'%s' is not a kind of record".formatted(token)));
    }

    /** Its token, also the stem of its record ids: {@code fracture}, {@code fracture-3}. */
    @JsonValue
    public String token() {
        return token;
    }

    public Class<? extends ClinicalRecord> type() {
        return type;
    }

    /** Name of the event that makes such a record, as in {@code FractureRecorded}. */
    public String made() {
        return made;
    }

    public String corrected() {
        return corrected;
    }

    public String retracted() {
        return retracted;
    }

    /** The last part of its HTTP path below a subject. */
    public String path() {
        return path;
    }
}
