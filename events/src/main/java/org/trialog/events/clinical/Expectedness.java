package org.trialog.events.clinical;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether the reference safety information lists the reaction. */
public enum Expectedness {
    @JsonProperty("expected")
    EXPECTED,
    @JsonProperty("unexpected")
    UNEXPECTED
}
