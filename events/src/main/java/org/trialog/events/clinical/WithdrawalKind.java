package org.trialog.events.clinical;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a subject left, or what of it was withdrawn (rule 22). */
public enum WithdrawalKind {
    @JsonProperty("procedures")
    PROCEDURES,

    @JsonProperty("consent")
    CONSENT,

    @JsonProperty("investigator")
    INVESTIGATOR,

    @JsonProperty("sponsor")
    SPONSOR
}
