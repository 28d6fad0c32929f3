package org.trialog.events.clinical;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the status was asked. */
public enum FollowUpSource {
    @JsonProperty("visit")
    VISIT,

    @JsonProperty("telephone")
    TELEPHONE,

    @JsonProperty("chart")
    CHART,

    @JsonProperty("registry")
    REGISTRY,

    @JsonProperty("import")
    IMPORT
}
