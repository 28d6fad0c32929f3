package org.trialog.events.clinical;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The reporter's opinion whether the treatment caused it. */
public enum Relatedness {
    @JsonProperty("related")
    RELATED,

    @JsonProperty("probable")
    PROBABLE,

    @JsonProperty("possible")
    POSSIBLE,

    @JsonProperty("unlikely")
    UNLIKELY,

    @JsonProperty("not-related")
    NOT_RELATED,

    @JsonProperty("unknown")
    UNKNOWN
}
