package org.trialog.query.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.Completion;
import org.trialog.events.clinical.Consent;
import org.trialog.events.clinical.ConsentScope;
import org.trialog.events.clinical.ConsentWithdrawal;
import org.trialog.events.clinical.ContactRegain;
import org.trialog.events.clinical.Death;
import org.trialog.events.clinical.Enrolment;
import org.trialog.events.clinical.LossToFollowUp;
import org.trialog.events.clinical.ScreenFailure;
import org.trialog.events.clinical.TreatmentStop;
import org.trialog.events.clinical.Withdrawal;
import org.trialog.events.value.ClinicalDate;

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
            SubjectStatus reached = reachedBy(entry.details(), record);
            furthest = reached.compareTo(furthest) > 0 ? reached : furthest;
        }
        return furthest;
    }

    private static SubjectStatus reachedBy(ClinicalRecord details, SubjectRecord record) {
        return switch (details) {
            case Consent given -> CONSENTED;
            case Enrolment enrolment -> ENROLLED;
            case TreatmentStop stop -> TREATMENT_STOPPED;
            case ScreenFailure failure -> SCREEN_FAILED;
            case LossToFollowUp loss -> regained(loss, record) ? SCREENED : LOST_TO_FOLLOW_UP;
            case ConsentWithdrawal withdrawal -> withdrawn(withdrawal);
            case Withdrawal withdrawal -> left(withdrawal);
            case Completion completion -> COMPLETED;
            case Death death -> DIED;
            default -> SCREENED;
        };
    }

    /** Contact that was regained after a loss reopens follow-up; before it, it has nothing to do with it (rule 25). */
    private static boolean regained(LossToFollowUp loss, SubjectRecord record) {
        return record.of(ContactRegain.class).stream()
                .anyMatch(regain -> !surelyBefore(regain.details().date(), loss.date()));
    }

    private static boolean surelyBefore(ClinicalDate one, ClinicalDate other) {
        return one.range()
                .flatMap(first -> other.range().map(first::surelyBefore))
                .orElse(false);
    }

    /** What is withdrawn with registries, samples or contact leaves visits and treatment open. */
    private static SubjectStatus withdrawn(ConsentWithdrawal withdrawal) {
        if (withdrawal.covers(ConsentScope.ALL)) {
            return CONSENT_WITHDRAWN;
        }
        if (withdrawal.covers(ConsentScope.VISITS)) {
            return WITHDRAWN_FROM_PROCEDURES;
        }
        return withdrawal.covers(ConsentScope.TREATMENT) ? TREATMENT_STOPPED : SCREENED;
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
