package org.trialog.events.clinical;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which of the reports of a case it is. */
public enum ReportKind {
    /** The first one after its cause became known. */
    @JsonProperty("initial")
    INITIAL,
    /** What else was learned since. */
    @JsonProperty("follow-up")
    FOLLOW_UP
}
