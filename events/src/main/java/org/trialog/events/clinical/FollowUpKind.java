package org.trialog.events.clinical;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The kinds of occurrence that a follow-up asks about. {@code all} stands for every kind. */
public enum FollowUpKind {
    @JsonProperty("fracture")
    FRACTURE,

    @JsonProperty("adverse-event")
    ADVERSE_EVENT,

    @JsonProperty("vital")
    VITAL,

    @JsonProperty("all")
    ALL
}
