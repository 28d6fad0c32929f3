package org.trialog.events.clinical;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the visit was made. */
public enum VisitMode {
    @JsonProperty("clinic")
    CLINIC,

    @JsonProperty("telephone")
    TELEPHONE,

    @JsonProperty("home")
    HOME
}
