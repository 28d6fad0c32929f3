package org.trialog.query.worklist;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.SubjectId;

/**
 * One thing to be done for a subject.
 *
 * @param site that follows the subject, null when not recorded
 * @param code the planned visit, the number of the dose, the protocol version, the batch, the clock or the rule's finding;
 *     null where the kind says all
 * @param about the record that it is about, null when about none
 * @param planned the day, null for a first dose that no day is set for: as soon as possible
 * @param from first day of the window
 * @param through last day of the window
 * @param daysLeft from the day asked for to the last day of the window; negative once it is over
 * @param approximate whether the day that time counts from is only partly known
 */
public record Item(
        SubjectId subject,
        @Nullable SiteId site,
        Kind kind,
        @Nullable String code,
        @Nullable RecordId about,
        @Nullable LocalDate planned,
        @Nullable LocalDate from,
        @Nullable LocalDate through,
        @Nullable Long daysLeft,
        State state,
        boolean approximate) {

    /** What is to be done. */
    public enum Kind {
        @JsonProperty("visit")
        VISIT,
        @JsonProperty("dose")
        DOSE,
        /** A dose is due and no weight is recent enough (rule 10). */
        @JsonProperty("weight")
        WEIGHT,
        /** How long the subject was observed after a dose is not recorded (rule 15). */
        @JsonProperty("observation")
        OBSERVATION,
        /** Consent to a newer protocol version (rule 2). */
        @JsonProperty("re-consent")
        RE_CONSENT,
        /** The guardians' consent for a newborn whose mother consented (rule 1). */
        @JsonProperty("consent-after-birth")
        CONSENT_AFTER_BIRTH,
        @JsonProperty("assent")
        ASSENT,
        /** The subject came of age, and consents for itself (rule 1). */
        @JsonProperty("own-consent")
        OWN_CONSENT,
        @JsonProperty("query")
        QUERY,
        @JsonProperty("contact-lost")
        CONTACT_LOST,
        /** A serious adverse event is to be reported: the code is the clock (rule 33). */
        @JsonProperty("safety-report")
        SAFETY_REPORT,
        /** A dose came from a batch that was rejected since (rule 12). This and what follows: see {@link LaterFacts}. */
        @JsonProperty("rejected-batch")
        REJECTED_BATCH,
        /** A dose came from a batch that was recalled since (rules 12 and 13). */
        @JsonProperty("recalled-batch")
        RECALLED_BATCH,
        /** A dose came from a batch that is in quarantine since (rule 12). */
        @JsonProperty("quarantined-batch")
        QUARANTINED_BATCH,
        /** A dose was given on a day on which dosing was held, as became known later (rule 14): the code is the hold. */
        @JsonProperty("dose-during-hold")
        DOSE_DURING_HOLD,
        /** A consent is to a version that its site, as became known later, went by no more: the code is the newer one (rule 2). */
        @JsonProperty("superseded-consent")
        SUPERSEDED_CONSENT,
        /** Its personal fields are shown to nobody until the data manager lifts the restriction (rule 43). */
        @JsonProperty("restricted")
        RESTRICTED
    }

    /** Where it stands on the day asked for. */
    public enum State {
        /** Its window has not begun. */
        @JsonProperty("not-yet")
        NOT_YET,
        /** Its window has begun, its day has not come. */
        @JsonProperty("in-window")
        IN_WINDOW,
        @JsonProperty("due")
        DUE,
        /** Its window is over. */
        @JsonProperty("overdue")
        OVERDUE,
        /** It would be due, but dosing is held (rule 14). */
        @JsonProperty("held")
        HELD
    }
}
