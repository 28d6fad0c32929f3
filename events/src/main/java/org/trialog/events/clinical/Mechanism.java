package org.trialog.events.clinical;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a fracture came about. {@code birth} and {@code in-utero} make it perinatal, not incident. */
public enum Mechanism {
    @JsonProperty("spontaneous")
    SPONTANEOUS,

    @JsonProperty("low-energy")
    LOW_ENERGY,

    @JsonProperty("high-energy")
    HIGH_ENERGY,

    @JsonProperty("birth")
    BIRTH,

    @JsonProperty("in-utero")
    IN_UTERO,

    @JsonProperty("unknown")
    UNKNOWN
}
