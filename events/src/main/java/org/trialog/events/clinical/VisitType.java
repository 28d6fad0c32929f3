package org.trialog.events.clinical;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether the protocol planned the visit. */
public enum VisitType {
    @JsonProperty("scheduled")
    SCHEDULED,

    @JsonProperty("unscheduled")
    UNSCHEDULED
}
