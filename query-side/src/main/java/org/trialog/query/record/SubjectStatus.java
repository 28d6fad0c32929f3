package org.trialog.query.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.Completion;
import org.trialog.events.clinical.Consent;
import org.trialog.events.clinical.Death;
import org.trialog.events.clinical.Enrolment;
import org.trialog.events.clinical.LossToFollowUp;
import org.trialog.events.clinical.ScreenFailure;
import org.trialog.events.clinical.TreatmentStop;
import org.trialog.events.clinical.Withdrawal;

/** Where a subject stands in the study: distinct states (rule 22). Stopping treatment keeps follow-up open (rule 23). */
public enum SubjectStatus {
    @JsonProperty("screened")
    SCREENED,
    @JsonProperty("consented")
    CONSENTED,
    @JsonProperty("enrolled")
    ENROLLED,
    @JsonProperty("treatment-stopped")
    TREATMENT_STOPPED,
    @JsonProperty("screen-failed")
    SCREEN_FAILED,
    @JsonProperty("lost-to-follow-up")
    LOST_TO_FOLLOW_UP,
    @JsonProperty("withdrawn-from-procedures")
    WITHDRAWN_FROM_PROCEDURES,
    @JsonProperty("consent-withdrawn")
    CONSENT_WITHDRAWN,
    @JsonProperty("discontinued-by-investigator")
    DISCONTINUED_BY_INVESTIGATOR,
    @JsonProperty("discontinued-by-sponsor")
    DISCONTINUED_BY_SPONSOR,
    @JsonProperty("completed")
    COMPLETED,
    @JsonProperty("died")
    DIED;

    /** The state furthest along: each later one in this list outweighs the earlier ones. */
    public static SubjectStatus of(SubjectRecord record) {
        SubjectStatus furthest = SCREENED;
        for (Entry<?> entry : record.entries()) {
            SubjectStatus reached = reachedBy(entry.details());
            furthest = reached.compareTo(furthest) > 0 ? reached : furthest;
        }
        return furthest;
    }

    private static SubjectStatus reachedBy(ClinicalRecord record) {
        return switch (record) {
            case Consent given -> CONSENTED;
            case Enrolment enrolment -> ENROLLED;
            case TreatmentStop stop -> TREATMENT_STOPPED;
            case ScreenFailure failure -> SCREEN_FAILED;
            case LossToFollowUp loss -> LOST_TO_FOLLOW_UP;
            case Withdrawal withdrawal -> left(withdrawal);
            case Completion completion -> COMPLETED;
            case Death death -> DIED;
            default -> SCREENED;
        };
    }

    private static SubjectStatus left(Withdrawal withdrawal) {
        return switch (withdrawal.kind()) {
            case PROCEDURES -> WITHDRAWN_FROM_PROCEDURES;
            case CONSENT -> CONSENT_WITHDRAWN;
            case INVESTIGATOR -> DISCONTINUED_BY_INVESTIGATOR;
            case SPONSOR -> DISCONTINUED_BY_SPONSOR;
        };
    }
}
