package org.trialog.events.clinical;

import org.trialog.events.value.ClinicalDate;

/** What one record of a subject says. Its kind decides the names of its events: see {@link RecordKind}. */
public sealed interface ClinicalRecord
        permits Screening,
                ScreenFailure,
                Consent,
                Enrolment,
                Randomisation,
                ArmChoice,
                Pregnancy,
                Birth,
                Covariate,
                Sharing,
                Treatment,
                MissedTreatment,
                TreatmentStop,
                Visit,
                MissedVisit,
                FollowUp,
                Measurement,
                Assessment,
                Fracture,
                AdverseEvent,
                ClinicalEvent,
                Medication,
                MedicalHistory,
                Deviation,
                Death,
                Withdrawal,
                LossToFollowUp,
                Completion,
                EligibilityAssessment,
                ConsentWithdrawal,
                ArmChange,
                ControlMatch,
                MotherLink,
                PregnancyOutcome,
                Transfer,
                Harvest,
                DoseAuthorisation,
                Imaging,
                FractureConfirmation,
                FractureRefutation,
                AdverseEventFollowUp,
                MedicationStop,
                Prediction,
                ContactRegain,
                AnalysisReview,
                SafetyReport {

    /** When it happened, or started. */
    ClinicalDate date();
}
