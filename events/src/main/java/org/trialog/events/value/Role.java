package org.trialog.events.value;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an account may do. {@code data-manager} keeps protocols, sites, users and imports. */
public enum Role {
    @JsonProperty("coordinator")
    COORDINATOR,

    @JsonProperty("investigator")
    INVESTIGATOR,

    @JsonProperty("auditor")
    AUDITOR,

    @JsonProperty("data-manager")
    DATA_MANAGER
}
