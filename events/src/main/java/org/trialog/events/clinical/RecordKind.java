package org.trialog.events.clinical;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
            "completion"),
    ELIGIBILITY(
            "eligibility",
            EligibilityAssessment.class,
            "EligibilityAssessed",
            "EligibilityAssessmentCorrected",
            "EligibilityAssessmentRetracted",
            "eligibility"),
    CONSENT_WITHDRAWAL(
            "consent-withdrawal",
            ConsentWithdrawal.class,
            "ConsentWithdrawn",
            "ConsentWithdrawalCorrected",
            "ConsentWithdrawalRetracted",
            "consent-withdrawals",
            CONSENT,
            "withdrawal"),
    ARM_CHANGE("arm-change", ArmChange.class, "ArmChanged", "ArmChangeCorrected", "ArmChangeRetracted", "arm-changes"),
    CONTROL_MATCH(
            "control-match",
            ControlMatch.class,
            "ControlMatched",
            "ControlMatchCorrected",
            "ControlMatchRetracted",
            "matching"),
    MOTHER_LINK(
            "mother-link", MotherLink.class, "MotherLinked", "MotherLinkCorrected", "MotherLinkRetracted", "mother"),
    PREGNANCY_OUTCOME(
            "pregnancy-outcome",
            PregnancyOutcome.class,
            "PregnancyOutcomeRecorded",
            "PregnancyOutcomeCorrected",
            "PregnancyOutcomeRetracted",
            "pregnancy-outcome"),
    TRANSFER("transfer", Transfer.class, "SubjectTransferred", "TransferCorrected", "TransferRetracted", "transfer"),
    HARVEST("harvest", Harvest.class, "CellsHarvested", "HarvestCorrected", "HarvestRetracted", "harvests"),
    DOSE_AUTHORISATION(
            "dose-authorisation",
            DoseAuthorisation.class,
            "DoseAuthorised",
            "DoseAuthorisationCorrected",
            "DoseAuthorisationRetracted",
            "dose-authorisations"),
    IMAGING("imaging", Imaging.class, "ImagingRead", "ImagingCorrected", "ImagingRetracted", "imaging"),
    FRACTURE_CONFIRMATION(
            "fracture-confirmation",
            FractureConfirmation.class,
            "FractureConfirmed",
            "FractureConfirmationCorrected",
            "FractureConfirmationRetracted",
            "fracture-confirmations",
            FRACTURE,
            "confirmation"),
    FRACTURE_REFUTATION(
            "fracture-refutation",
            FractureRefutation.class,
            "FractureRefuted",
            "FractureRefutationCorrected",
            "FractureRefutationRetracted",
            "fracture-refutations",
            FRACTURE,
            "refutation"),
    ADVERSE_EVENT_FOLLOW_UP(
            "adverse-event-follow-up",
            AdverseEventFollowUp.class,
            "AdverseEventFollowedUp",
            "AdverseEventFollowUpCorrected",
            "AdverseEventFollowUpRetracted",
            "adverse-event-follow-ups",
            ADVERSE_EVENT,
            "follow-ups"),
    MEDICATION_STOP(
            "medication-stop",
            MedicationStop.class,
            "MedicationStopped",
            "MedicationStopCorrected",
            "MedicationStopRetracted",
            "medication-stops",
            MEDICATION,
            "stop"),
    PREDICTION(
            "prediction",
            Prediction.class,
            "PredictionRecorded",
            "PredictionCorrected",
            "PredictionRetracted",
            "predictions"),
    CONTACT_REGAIN(
            "contact-regain",
            ContactRegain.class,
            "ContactRegained",
            "ContactRegainCorrected",
            "ContactRegainRetracted",
            "contact"),
    ANALYSIS_REVIEW(
            "analysis-review",
            AnalysisReview.class,
            "AnalysisReviewed",
            "AnalysisReviewCorrected",
            "AnalysisReviewRetracted",
            "reviews"),
    SAFETY_REPORT(
            "safety-report",
            SafetyReport.class,
            "SafetyReportSent",
            "SafetyReportCorrected",
            "SafetyReportRetracted",
            "safety-reports",
            ADVERSE_EVENT,
            "reports");

    private static final Map<Class<?>, RecordKind> BY_TYPE =
            Arrays.stream(values()).collect(Collectors.toMap(RecordKind::type, Function.identity()));

    private final String token;
    private final Class<? extends ClinicalRecord> type;
    private final String made;
    private final String corrected;
    private final String retracted;
    private final String path;
    private final @Nullable RecordKind supplemented;
    private final @Nullable String step;

    RecordKind(
            String token,
            Class<? extends ClinicalRecord> type,
            String made,
            String corrected,
            String retracted,
            String path) {
        this(token, type, made, corrected, retracted, path, null, null);
    }

    RecordKind(
            String token,
            Class<? extends ClinicalRecord> type,
            String made,
            String corrected,
            String retracted,
            String path,
            @Nullable RecordKind supplemented,
            @Nullable String step) {
        this.supplemented = supplemented;
        this.step = step;
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

    /** For a {@link Supplement}: the kind of record that it says more of. */
    public Optional<RecordKind> supplemented() {
        return Optional.ofNullable(supplemented);
    }

    /** For a {@link Supplement}: the last part of its path below that record, as in {@code fractures/fracture-3/confirmation}. */
    public Optional<String> step() {
        return Optional.ofNullable(step);
    }
}
