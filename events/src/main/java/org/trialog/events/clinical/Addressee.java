package org.trialog.events.clinical;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who is told of an adverse event. */
public enum Addressee {
    @JsonProperty("sponsor")
    SPONSOR,
    @JsonProperty("authority")
    AUTHORITY,
    @JsonProperty("ethics-committee")
    ETHICS_COMMITTEE,
    @JsonProperty("investigators")
    INVESTIGATORS
}
