package org.trialog.events.study;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a study stands. */
public enum StudyStatus {
    @JsonProperty("recruiting")
    RECRUITING,
    @JsonProperty("closed")
    CLOSED,
    @JsonProperty("stopped-early")
    STOPPED_EARLY,
    @JsonProperty("completed")
    COMPLETED,
    @JsonProperty("unknown")
    UNKNOWN
}
