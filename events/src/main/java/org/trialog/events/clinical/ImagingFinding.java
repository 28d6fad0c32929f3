package org.trialog.events.clinical;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an image showed. */
public enum ImagingFinding {
    @JsonProperty("no-fracture")
    NO_FRACTURE,
    @JsonProperty("new-fracture")
    NEW_FRACTURE,
    @JsonProperty("healing-fracture")
    HEALING_FRACTURE,
    @JsonProperty("healed-fracture")
    HEALED_FRACTURE,
    @JsonProperty("other")
    OTHER
}
