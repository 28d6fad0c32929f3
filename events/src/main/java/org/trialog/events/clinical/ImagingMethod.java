package org.trialog.events.clinical;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an image was taken. */
public enum ImagingMethod {
    @JsonProperty("radiograph")
    RADIOGRAPH,
    @JsonProperty("skeletal-survey")
    SKELETAL_SURVEY,
    @JsonProperty("dxa")
    DXA,
    @JsonProperty("ct")
    CT,
    @JsonProperty("mri")
    MRI,
    @JsonProperty("ultrasound")
    ULTRASOUND,
    @JsonProperty("other")
    OTHER
}
