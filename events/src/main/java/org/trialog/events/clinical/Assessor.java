package org.trialog.events.clinical;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whose judgement of an adverse event it is (rule 34). */
public enum Assessor {
    @JsonProperty("investigator")
    INVESTIGATOR,
    @JsonProperty("sponsor")
    SPONSOR
}
