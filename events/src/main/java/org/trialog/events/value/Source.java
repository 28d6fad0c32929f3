package org.trialog.events.value;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a fact came in. Only the demo loader writes {@code simulation}. */
public enum Source {
    @JsonProperty("page")
    PAGE,

    @JsonProperty("api")
    API,

    @JsonProperty("import")
    IMPORT,

    @JsonProperty("local")
    LOCAL,

    @JsonProperty("simulation")
    SIMULATION
}
