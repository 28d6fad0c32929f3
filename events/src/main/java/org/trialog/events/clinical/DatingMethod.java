package org.trialog.events.clinical;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a pregnancy was dated. */
public enum DatingMethod {
    @JsonProperty("ultrasound")
    ULTRASOUND,

    @JsonProperty("last-menstrual-period")
    LAST_MENSTRUAL_PERIOD,

    @JsonProperty("embryo-transfer")
    EMBRYO_TRANSFER,

    @JsonProperty("other")
    OTHER
}
