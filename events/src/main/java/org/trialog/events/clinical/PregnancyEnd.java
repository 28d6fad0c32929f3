package org.trialog.events.clinical;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a pregnancy ended. */
public enum PregnancyEnd {
    @JsonProperty("live-birth")
    LIVE_BIRTH,
    @JsonProperty("stillbirth")
    STILLBIRTH,
    @JsonProperty("miscarriage")
    MISCARRIAGE,
    @JsonProperty("termination")
    TERMINATION,
    @JsonProperty("unknown")
    UNKNOWN
}
