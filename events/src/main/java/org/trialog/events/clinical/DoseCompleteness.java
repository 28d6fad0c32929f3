package org.trialog.events.clinical;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether the whole dose was given. */
public enum DoseCompleteness {
    @JsonProperty("complete")
    COMPLETE,
    @JsonProperty("interrupted")
    INTERRUPTED,
    @JsonProperty("partial")
    PARTIAL
}
