package org.trialog.events.clinical;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a protocol deviation may affect rights, safety or the reliability of the data. */
public enum DeviationImportance {
    @JsonProperty("important")
    IMPORTANT,

    @JsonProperty("minor")
    MINOR
}
