package org.trialog.events.value;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The bone of a fracture. {@code other} and {@code unspecified} are said, never guessed. */
public enum Bone {
    @JsonProperty("skull")
    SKULL,

    @JsonProperty("facial-bone")
    FACIAL_BONE,

    @JsonProperty("mandible")
    MANDIBLE,

    @JsonProperty("clavicle")
    CLAVICLE,

    @JsonProperty("scapula")
    SCAPULA,

    @JsonProperty("humerus")
    HUMERUS,

    @JsonProperty("radius")
    RADIUS,

    @JsonProperty("ulna")
    ULNA,

    @JsonProperty("carpal")
    CARPAL,

    @JsonProperty("metacarpal")
    METACARPAL,

    @JsonProperty("finger")
    FINGER,

    @JsonProperty("rib")
    RIB,

    @JsonProperty("sternum")
    STERNUM,

    @JsonProperty("cervical-vertebra")
    CERVICAL_VERTEBRA,

    @JsonProperty("thoracic-vertebra")
    THORACIC_VERTEBRA,

    @JsonProperty("lumbar-vertebra")
    LUMBAR_VERTEBRA,

    @JsonProperty("vertebra")
    VERTEBRA,

    @JsonProperty("sacrum")
    SACRUM,

    @JsonProperty("pelvis")
    PELVIS,

    @JsonProperty("femur")
    FEMUR,

    @JsonProperty("patella")
    PATELLA,

    @JsonProperty("tibia")
    TIBIA,

    @JsonProperty("fibula")
    FIBULA,

    @JsonProperty("tarsal")
    TARSAL,

    @JsonProperty("metatarsal")
    METATARSAL,

    @JsonProperty("toe")
    TOE,

    @JsonProperty("other")
    OTHER,

    @JsonProperty("unspecified")
    UNSPECIFIED
}
