package org.trialog.events.clinical;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether the protocol planned the visit. */
public enum VisitType {
    @JsonProperty("scheduled")
    SCHEDULED,

    @JsonProperty("unscheduled")
    UNSCHEDULED,
    /** A planned visit, kept after the treatment was stopped (rule 23). */
    @JsonProperty("retrieval")
    RETRIEVAL
}
