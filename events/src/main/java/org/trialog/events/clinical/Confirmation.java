package org.trialog.events.clinical;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the radiograph says so far. */
public enum Confirmation {
    @JsonProperty("pending")
    PENDING,

    @JsonProperty("confirmed")
    CONFIRMED,

    @JsonProperty("refuted")
    REFUTED
}
