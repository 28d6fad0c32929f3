package org.trialog.events.clinical;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the answer was: nothing of the kind happened, or what is recorded beside it. */
public enum FollowUpAnswer {
    @JsonProperty("none")
    NONE,

    @JsonProperty("these")
    THESE,
    /** Said, so that nobody takes silence for an answer; it confirms nothing. */
    @JsonProperty("not-asked")
    NOT_ASKED
}
