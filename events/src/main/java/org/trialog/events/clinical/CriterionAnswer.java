package org.trialog.events.clinical;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a criterion of eligibility is met. */
public enum CriterionAnswer {
    @JsonProperty("met")
    MET,
    @JsonProperty("not-met")
    NOT_MET,
    @JsonProperty("unknown")
    UNKNOWN
}
