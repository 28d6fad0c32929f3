package org.trialog.events.clinical;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What makes an adverse event serious (rule 31). */
public enum SeriousnessCriterion {
    @JsonProperty("death")
    DEATH,

    @JsonProperty("life-threatening")
    LIFE_THREATENING,

    @JsonProperty("hospitalisation")
    HOSPITALISATION,

    @JsonProperty("disability")
    DISABILITY,

    @JsonProperty("congenital-anomaly")
    CONGENITAL_ANOMALY,

    @JsonProperty("important-medical-event")
    IMPORTANT_MEDICAL_EVENT
}
