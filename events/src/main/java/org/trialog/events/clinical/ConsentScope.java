package org.trialog.events.clinical;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a withdrawal of consent covers (rule 22). {@code all} stands for every one. */
public enum ConsentScope {
    @JsonProperty("treatment")
    TREATMENT,
    @JsonProperty("visits")
    VISITS,
    @JsonProperty("contact")
    CONTACT,
    @JsonProperty("registries")
    REGISTRIES,
    @JsonProperty("samples")
    SAMPLES,
    @JsonProperty("all")
    ALL
}
