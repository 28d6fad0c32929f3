package org.trialog.command.sdtm.mapping;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Until when the import confirms follow-up: the option {@code --follow-up-through}. */
public enum FollowUpThrough {
    /** The end of the subject's reference period; the default, and what the pilot's own analyses use. */
    RFENDTC("RFENDTC"),

    /** The end of participation. */
    RFPENDTC("RFPENDTC"),

    /** The day of the last disposition event. */
    DISPOSITION("disposition"),

    /** The day of the last visit made. */
    LAST_VISIT("last-visit");

    private final String token;

    FollowUpThrough(String token) {
        this.token = token;
    }

    public String token() {
        return token;
    }

    /** @throws IllegalArgumentException naming the choices */
    public static FollowUpThrough of(String token) {
        return Arrays.stream(values())
                .filter(choice -> choice.token.equalsIgnoreCase(token))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'%s' is not an end of follow-up: choose one of %s"
                        .formatted(
                                token,
                                Arrays.stream(values())
                                        .map(FollowUpThrough::token)
                                        .collect(Collectors.joining(", ")))));
    }
}
