package org.trialog.events.value;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whose cells they are. */
public enum CellOrigin {
    @JsonProperty("autologous")
    AUTOLOGOUS,
    @JsonProperty("allogeneic")
    ALLOGENEIC
}
