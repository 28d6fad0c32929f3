package org.trialog.events.clinical;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an adverse event ended, or did not. */
public enum AdverseEventOutcome {
    @JsonProperty("recovered")
    RECOVERED,

    @JsonProperty("recovering")
    RECOVERING,

    @JsonProperty("recovered-with-sequelae")
    RECOVERED_WITH_SEQUELAE,

    @JsonProperty("not-recovered")
    NOT_RECOVERED,

    @JsonProperty("fatal")
    FATAL,

    @JsonProperty("unknown")
    UNKNOWN
}
