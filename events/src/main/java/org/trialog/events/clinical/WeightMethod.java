package org.trialog.events.clinical;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where the weight of a dose comes from: a fetus is estimated by ultrasound. */
public enum WeightMethod {
    @JsonProperty("measured")
    MEASURED,
    @JsonProperty("estimated")
    ESTIMATED
}
