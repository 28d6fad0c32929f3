package org.trialog.events.clinical;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who or what says that there is a fracture. */
public enum FractureSource {
    @JsonProperty("parent")
    PARENT,

    @JsonProperty("clinician")
    CLINICIAN,

    @JsonProperty("radiograph")
    RADIOGRAPH,

    @JsonProperty("registry")
    REGISTRY,

    @JsonProperty("import")
    IMPORT
}
