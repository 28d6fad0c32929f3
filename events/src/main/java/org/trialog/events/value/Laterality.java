package org.trialog.events.value;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The side of the body. */
public enum Laterality {
    @JsonProperty("left")
    LEFT,

    @JsonProperty("right")
    RIGHT,

    @JsonProperty("bilateral")
    BILATERAL,

    @JsonProperty("midline")
    MIDLINE,

    @JsonProperty("unspecified")
    UNSPECIFIED
}
