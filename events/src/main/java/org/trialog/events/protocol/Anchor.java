package org.trialog.events.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where time starts: the day 0 of a window, a visit or a dose. */
public enum Anchor {
    @JsonProperty("enrolment")
    ENROLMENT,
    @JsonProperty("randomisation")
    RANDOMISATION,
    @JsonProperty("consent")
    CONSENT,
    @JsonProperty("birth")
    BIRTH,
    @JsonProperty("first-dose")
    FIRST_DOSE,
    @JsonProperty("last-dose")
    LAST_DOSE,
    @JsonProperty("each-dose")
    EACH_DOSE,
    @JsonProperty("diagnosis")
    DIAGNOSIS,
    @JsonProperty("age")
    AGE,
    @JsonProperty("corrected-age")
    CORRECTED_AGE,
    /** The day of a matched control's treated subject (ControlMatched). */
    @JsonProperty("index-date")
    INDEX_DATE;

    /** A dose anchor means nothing in a control arm. */
    public boolean needsDose() {
        return this == FIRST_DOSE || this == LAST_DOSE || this == EACH_DOSE;
    }
}
