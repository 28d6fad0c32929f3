package org.trialog.events.clinical;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What another site needs the subject's record for. */
public enum SharingPurpose {
    @JsonProperty("dosing")
    DOSING,

    @JsonProperty("delivery")
    DELIVERY,

    @JsonProperty("follow-up")
    FOLLOW_UP
}
