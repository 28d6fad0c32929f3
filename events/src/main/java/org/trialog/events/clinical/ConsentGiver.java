package org.trialog.events.clinical;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who gave the consent (rule 1). */
public enum ConsentGiver {
    @JsonProperty("subject")
    SUBJECT,

    @JsonProperty("guardian")
    GUARDIAN,

    @JsonProperty("pregnant-woman")
    PREGNANT_WOMAN,

    @JsonProperty("assent")
    ASSENT
}
