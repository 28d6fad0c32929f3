package org.trialog.events.value;

import java.util.regex.Pattern;

/** The shape of an identifier; anything else is refused before it can reach the history. */
record Identifier(String what, Pattern shape) {

    Identifier(String what, String shape) {
        this(what, Pattern.compile(shape));
    }

    void check(String value) {
        if (!shape.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is not a valid %s: it must match %s".formatted(abbreviated(value), what, shape));
        }
    }

    private static String abbreviated(String value) {
        return value.length() <= 70 ? value : value.substring(0, 70) + "…";
    }
}
